package io.strowger.models.privacy;

import java.util.Arrays;

/**
 * The runs of letters and digits of a text, in order: where they are, how they are written, and what the vocabulary knows
 * of them. Filled once a text; belongs to one thread.
 */
final class Tokens {
    /** Ways of writing. */
    static final byte SMALL = 0;

    static final byte CAPITALIZED = 1;
    static final byte ALL_CAPITALS = 2;
    static final byte NUMBER = 3;
    static final byte MIXED = 4;

    private final Text text;
    private final Vocabulary vocabulary;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private byte[] shapes = new byte[256];
    private long[] hashes = new long[256];
    private long[] classes = new long[256];
    private int count;

    Tokens(Text text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    /** Cuts what the text holds now. */
    void read() {
        count = 0;
        int at = 0;
        while (at < text.length()) {
            if (text.isAlphanumeric(at)) {
                at = append(at);
            } else {
                at++;
            }
        }
        if (count == starts.length) {
            grow();
        }
        starts[count] = text.length();
        ends[count] = text.length();
        hashes[count] = Vocabulary.empty();
    }

    int count() {
        return count;
    }

    /** The place of the first character; the end of the text for the token after the last. */
    int start(int token) {
        return starts[token];
    }

    /** The place after the last character. */
    int end(int token) {
        return ends[token];
    }

    int length(int token) {
        return ends[token] - starts[token];
    }

    /** How it is written: one of the constants. */
    byte shape(int token) {
        return token >= 0 && token < count ? shapes[token] : SMALL;
    }

    /** Whether its first letter is a capital and it has no digit. */
    boolean isCapital(int token) {
        byte shape = shape(token);
        return shape == CAPITALIZED || shape == ALL_CAPITALS;
    }

    /** The bits of {@link WordClass}; 0 outside the text. */
    long classes(int token) {
        return token >= 0 && token < count ? classes[token] : 0;
    }

    boolean is(int token, WordClass wordClass) {
        return (classes(token) & wordClass.bit()) != 0;
    }

    /** The vocabulary's number of a word. */
    int number(int token) {
        return vocabulary.number(hashes[token]);
    }

    /** The classes of the words from one token to another, both included, as one entry: "new zealand". */
    long classesOfPhrase(int first, int last) {
        return isPhrase(first, last) ? vocabulary.classes(hash(first, last)) : 0;
    }

    /** The vocabulary's number of such an entry, 0 when it has none. */
    int numberOfPhrase(int first, int last) {
        return isPhrase(first, last) ? vocabulary.number(hash(first, last)) : 0;
    }

    /** The classes of all words in {@code [from, to)} together. */
    long classesBetween(int from, int to) {
        long bits = 0;
        for (int i = Math.max(from, 0); i < Math.min(to, count); i++) {
            bits |= classes[i];
        }
        return bits;
    }

    private boolean isPhrase(int first, int last) {
        return first >= 0 && first <= last && last < count;
    }

    private long hash(int first, int last) {
        long hash = hashes[first];
        for (int token = first + 1; token <= last; token++) {
            hash = Vocabulary.extend(hash, ' ');
            for (int i = starts[token]; i < ends[token]; i++) {
                hash = Vocabulary.extend(hash, text.folded(i));
            }
        }
        return hash;
    }

    private int append(int start) {
        if (count == starts.length) {
            grow();
        }
        long hash = Vocabulary.empty();
        int digits = 0;
        int capitals = 0;
        int at = start;
        for (byte kind = text.kind(at); kind >= Text.DIGIT; kind = text.kind(++at)) {
            hash = Vocabulary.extend(hash, text.folded(at));
            digits += kind == Text.DIGIT ? 1 : 0;
            capitals += kind == Text.CAPITAL ? 1 : 0;
        }
        starts[count] = start;
        ends[count] = at;
        hashes[count] = hash;
        classes[count] = vocabulary.classes(hash);
        shapes[count] = shape(start, at - start, digits, capitals);
        count++;
        return at;
    }

    private byte shape(int start, int length, int digits, int capitals) {
        if (digits > 0) {
            return digits == length ? NUMBER : MIXED;
        }
        if (capitals == length && length > 1) {
            return ALL_CAPITALS;
        }
        return text.isCapital(start) ? CAPITALIZED : SMALL;
    }

    private void grow() {
        int capacity = 2 * starts.length;
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        shapes = Arrays.copyOf(shapes, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        classes = Arrays.copyOf(classes, capacity);
    }
}
