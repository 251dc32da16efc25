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

    private static final int LONGEST_GRAM = 8;
    private static final char EDGE = ' ';

    private final List<Feature> message = new ArrayList<>();
    private final List<Feature> language = new ArrayList<>();
    private final List<Runnable> pending = new ArrayList<>();

    private byte[] text = {};
    private char[] folded = {};
    private int[] starts = {};
    private int[] ends = {};
    private BucketSet messageBuckets = new BucketSet(6, 0);
    private BucketSet languageBuckets = new BucketSet(6, 0);
    private int at;
    private int punctuationStart;
    private int previousWord;

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
        previousWord = -1;
        message.clear();
        language.clear();
        pending.clear();
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

    /** N-grams that end before a place of the folded text were put, up to these ends of the buckets. */
    void grams(int to, int messageEnd, int languageEnd) {
        addGrams(messageBuckets, messageEnd, to, message);
        addGrams(languageBuckets, languageEnd, to, language);
    }

    /** The scanner puts shorter n-grams first. Which length a bucket is of, its hash tells. */
    private void addGrams(BucketSet buckets, int bucketsEnd, int to, List<Feature> features) {
        int hash = Hashing.empty();
        int put = buckets.end();
        for (int length = 1; length <= Math.min(LONGEST_GRAM, to) && put < bucketsEnd; length++) {
            int from = to - length;
            hash = Hashing.extend(hash, folded[from]);
            int bucket = buckets.bucketOf(Hashing.gram(hash, length));
            if (bucket == buckets.bucketAt(put)) {
                put++;
                // Where the last character ends is known only when the next one has been read.
                pending.add(() -> features.add(piece(Kind.CHARACTERS, from, to, bucket)));
            }
        }
    }

    /** A whole word between two places, and its pair, were added. */
    void word(int from, int to) {
        int last = messageBuckets.end() - 1;
        int bucket = messageBuckets.bucketAt(last - 1);
        int pairBucket = messageBuckets.bucketAt(last);
        int before = previousWord;
        pending.add(() -> {
            message.add(piece(Kind.WORD, from, to, bucket));
            message.add(
                    before < 0
                            ? piece(Kind.FIRST_WORD, from, to, pairBucket)
                            : piece(Kind.WORD_PAIR, before, to, pairBucket));
        });
        previousWord = from;
    }

    void punctuationBegins() {
        punctuationStart = at;
    }

    void punctuationEnds() {
        addBytes(Kind.PUNCTUATION, punctuationStart, at);
    }

    void symbol(int nextByte) {
        addBytes(Kind.SYMBOL, at, nextByte);
    }

    /** A feature of the text's shape was added. */
    void shape(String what) {
        int bucket = lastBucket();
        pending.add(() -> message.add(new Feature(Kind.SHAPE, what, what, 0, 0, bucket)));
    }

    void finish() {
        pending.forEach(Runnable::run);
        pending.clear();
    }

    private void addBytes(Kind kind, int from, int to) {
        int bucket = lastBucket();
        String piece = utf8(from, to);
        pending.add(() -> message.add(new Feature(kind, piece, piece, from, to, bucket)));
    }

    private int lastBucket() {
        return messageBuckets.bucketAt(messageBuckets.end() - 1);
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
