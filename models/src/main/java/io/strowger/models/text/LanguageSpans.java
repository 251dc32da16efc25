package io.strowger.models.text;

/**
 * The words and runs of one text that tell its language, read as far as somebody asks. Fixed capacity; reused. Belongs to one
 * thread.
 */
final class LanguageSpans {
    private final char[] folded;
    private final int most;
    private final BucketSet buckets;
    private final int[] spans;
    private int ends;
    private int read;
    private int letters;

    /**
     * @param folded the folded text, whatever is in it
     * @param most letters that are read in all
     * @param capacity spans of a text
     */
    LanguageSpans(char[] folded, int most, int capacity, BucketSet buckets) {
        this.folded = folded;
        this.most = most;
        this.buckets = buckets;
        spans = new int[2 * capacity];
    }

    void clear() {
        buckets.clear();
        ends = 0;
        read = 0;
        letters = 0;
    }

    /** Adds a word, from edge to edge, or a run: a part of the folded text. */
    void add(int from, int to) {
        spans[ends++] = from;
        spans[ends++] = to;
    }

    /** Reads on until so many letters are read; false when there was nothing further to read. */
    boolean readUpTo(int lettersAtMost) {
        int before = read;
        int limit = Math.min(lettersAtMost, most);
        while (read < ends && letters < limit) {
            int from = spans[read++];
            int to = Math.min(spans[read++], from + most);
            buckets.addRunningGrams(folded, from, to);
            letters += to - from;
        }
        return read > before;
    }

    /** Tells the trace all spans, read or not. */
    void tell(FeatureTrace trace) {
        for (int span = 0; span < ends; span += 2) {
            trace.language(spans[span], spans[span + 1]);
        }
    }

    /** What was read so far. */
    BucketSet buckets() {
        return buckets;
    }
}
