package io.strowger.models.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects, while an {@link NgramScanner} scans a text, which piece of it each feature is made of. Cold: allocates. Belongs
 * to one thread; may be used for one text after another.
 */
public final class FeatureTrace {
    /** What a feature is made of. */
    public enum Kind {
        /** Characters within a word, its edges as spaces, or in a row where a script has no spaces. */
        CHARACTERS,
        /** A whole word. */
        WORD,
        /** The first word, as such. */
        FIRST_WORD,
        /** Two words that follow each other. */
        WORD_PAIR,
        /** Punctuation in a row. */
        PUNCTUATION,
        /** An emoji or another pictograph. */
        SYMBOL,
        /** What the whole text looks like: its length, words in capitals. */
        SHAPE
    }

    /**
     * A feature of the text.
     *
     * @param kind what it is made of
     * @param text the piece as it stands in the text, a word's edge as a space; malformed UTF-8 as U+FFFD
     * @param read the piece as it was read: in small letters, digits as 0
     * @param startByte where the piece begins; 0 for a shape
     * @param endByte where it ends; 0 for a shape
     * @param bucket the number that its hash gives
     */
    public record Feature(Kind kind, String text, String read, int startByte, int endByte, int bucket) {}

    private static final char EDGE = ' ';

    private final List<Feature> message = new ArrayList<>();
    private final List<Feature> language = new ArrayList<>();

    private byte[] text = {};
    private char[] folded = {};
    private int[] starts = {};
    private int[] ends = {};
    private BucketSet messageBuckets = new BucketSet(6, 0);
    private BucketSet languageBuckets = new BucketSet(6, 0);
    private int at;
    private int punctuationStart;

    /** The features of the message heads in the order of the text, repetitions included. */
    public List<Feature> message() {
        return List.copyOf(message);
    }

    /** The features of the language head in the order of the text, repetitions included. */
    public List<Feature> language() {
        return List.copyOf(language);
    }

    void begin(byte[] bytes, char[] foldedText, BucketSet messages, BucketSet languages) {
        text = bytes;
        folded = foldedText;
        starts = new int[foldedText.length];
        ends = new int[foldedText.length];
        messageBuckets = messages;
        languageBuckets = languages;
        message.clear();
        language.clear();
    }

    /** The scanner reads the character that begins at that byte. */
    void reads(int firstByte) {
        at = firstByte;
    }

    /** The scanner has read a character and put what it folds to between two places of the folded text. */
    void placed(int from, int to, int nextByte, boolean isInside) {
        Arrays.fill(starts, from, to, at);
        Arrays.fill(ends, from, to, nextByte);
        if (from == to && isInside) {
            // A mark, an invisible character or one digit too many: it belongs to what stands before it.
            ends[to - 1] = nextByte;
        }
    }

    /** A stretch of words was added, from the edge before the first to the edge after the last. */
    void words(int from, int to) {
        int previous = -1;
        int previousHash = 0;
        int start = from + 1;
        for (int place = start; place < to; place++) {
            if (folded[place] == EDGE) {
                addGrams(start - 1, place + 1, BucketSet.GRAM, messageBuckets, message);
                int hash = Hashing.empty();
                for (int letter = start; letter < place; letter++) {
                    hash = Hashing.extend(hash, folded[letter]);
                }
                add(Kind.WORD, start, place, Hashing.feature(hash, Hashing.WORD));
                int pair = Hashing.feature(Hashing.extend(previousHash, hash), Hashing.WORD_PAIR);
                if (previous < 0) {
                    add(Kind.FIRST_WORD, start, place, pair);
                } else {
                    add(Kind.WORD_PAIR, previous, place, pair);
                }
                previous = start;
                previousHash = hash;
                start = place + 1;
            }
        }
    }

    /** A run of a script without spaces was added. */
    void run(int from, int to) {
        addGrams(from, to, 1, messageBuckets, message);
    }

    /** A word, from edge to edge, or a run that the language head may read. */
    void language(int from, int to) {
        addGrams(from, to, 1, languageBuckets, language);
    }

    private void addGrams(int from, int to, int shortest, BucketSet buckets, List<Feature> features) {
        for (int last = from; last < to; last++) {
            long window = 0;
            for (int first = last; first >= from && first > last - BucketSet.GRAM; first--) {
                window |= (long) folded[first] << (last - first) * Character.SIZE;
                if (last - first + 1 >= shortest) {
                    features.add(piece(Kind.CHARACTERS, first, last + 1, buckets.bucketOf(Hashing.gram(window))));
                }
            }
        }
    }

    private void add(Kind kind, int from, int to, int hash) {
        message.add(piece(kind, from, to, messageBuckets.bucketOf(hash)));
    }

    void punctuationBegins() {
        punctuationStart = at;
    }

    void punctuationEnds(int hash) {
        addBytes(Kind.PUNCTUATION, punctuationStart, at, hash);
    }

    void symbol(int nextByte, int hash) {
        addBytes(Kind.SYMBOL, at, nextByte, hash);
    }

    /** A feature of the text's shape was added. */
    void shape(String what, int hash) {
        message.add(new Feature(Kind.SHAPE, what, what, 0, 0, messageBuckets.bucketOf(hash)));
    }

    private void addBytes(Kind kind, int from, int to, int hash) {
        String piece = utf8(from, to);
        message.add(new Feature(kind, piece, piece, from, to, messageBuckets.bucketOf(hash)));
    }

    private Feature piece(Kind kind, int from, int to, int bucket) {
        StringBuilder shown = new StringBuilder();
        int start = -1;
        int end = -1;
        for (int place = from; place < to; place++) {
            if (folded[place] == EDGE) {
                shown.append(EDGE);
                continue;
            }
            shown.append(utf8(starts[place], ends[place]));
            start = start < 0 ? starts[place] : start;
            end = ends[place];
        }
        if (start < 0) {
            // Nothing but an edge.
            start = starts[from];
            end = start;
        }
        return new Feature(kind, shown.toString(), new String(folded, from, to - from), start, end, bucket);
    }

    private String utf8(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }
}
