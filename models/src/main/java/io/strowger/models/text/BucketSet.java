package io.strowger.models.text;

import java.util.Arrays;

/**
 * The buckets of one text, each once, in the order of their first appearance. Fixed capacity; reused.
 *
 * <p>The loops over n-grams are here, and not with who knows about words, because all they touch must be in local variables
 * to be fast.
 */
final class BucketSet {
    /** Characters of an n-gram within a word, and of the longest running one: as many as a {@code long} holds. */
    static final int GRAM = 4;

    /** From one bucket in so many words on, clearing all words is less work than finding those that are set. */
    private static final int SPARSE = 4;

    private final int shift;
    private final long[] present;
    private final int[] buckets;
    private int count;

    /**
     * @param bits buckets are numbers of that many bits
     * @param capacity buckets that one text can have at most
     */
    BucketSet(int bits, int capacity) {
        if (bits < 6 || bits > 24) {
            throw new IllegalArgumentException("bucket bits " + bits + " are not between 6 and 24");
        }
        shift = Integer.SIZE - bits;
        present = new long[1 << (bits - 6)];
        buckets = new int[capacity + 1];
    }

    /** Adds the bucket of a hash that is spread over all 32 bits. */
    void add(int hash) {
        count = add(present, buckets, count, hash >>> shift, 1);
    }

    /**
     * Adds words, pairs of words, and the 4-grams within words, of a stretch of words with a boundary before and after each.
     *
     * @param from where the boundary before the first word is
     * @param marks where the buckets of each word as a whole begin and end is noted here
     * @param marksCount how many such notes there are already
     * @return how many there are now
     */
    int addWords(char[] text, int from, int to, char boundary, int[] marks, int marksCount) {
        long[] seen = present;
        int[] known = buckets;
        int next = count;
        int marked = marksCount;
        int previous = 0;
        int word = Hashing.empty();
        long window = boundary;
        int length = 1;
        for (int at = from + 1; at < to; at++) {
            char c = text[at];
            window = window << Character.SIZE | c;
            length++;
            next = add(seen, known, next, Hashing.gram(window) >>> shift, isLong(length, GRAM));
            if (c == boundary) {
                marks[marked++] = next;
                next = add(seen, known, next, Hashing.feature(word, Hashing.WORD) >>> shift, 1);
                int pair = Hashing.feature(Hashing.extend(previous, word), Hashing.WORD_PAIR);
                next = add(seen, known, next, pair >>> shift, 1);
                marks[marked++] = next;
                previous = word;
                word = Hashing.empty();
                window = boundary;
                length = 1;
            } else {
                word = Hashing.extend(word, c);
            }
        }
        count = next;
        return marked;
    }

    /** Adds all n-grams of up to four characters of a part of a text. */
    void addRunningGrams(char[] text, int from, int to) {
        long[] seen = present;
        int[] known = buckets;
        int next = count;
        long window = 0;
        int length = 0;
        for (int at = from; at < to; at++) {
            window = window << Character.SIZE | text[at];
            length++;
            next = add(seen, known, next, Hashing.gram(window & Hashing.ONE) >>> shift, 1);
            next = add(seen, known, next, Hashing.gram(window & Hashing.TWO) >>> shift, isLong(length, 2));
            next = add(seen, known, next, Hashing.gram(window & Hashing.THREE) >>> shift, isLong(length, 3));
            next = add(seen, known, next, Hashing.gram(window) >>> shift, isLong(length, GRAM));
        }
        count = next;
    }

    /** 1 when the length is enough, otherwise 0. */
    private static int isLong(int length, int enough) {
        return (enough - 1 - length) >>> (Integer.SIZE - 1);
    }

    void clear() {
        if (count < present.length / SPARSE) {
            for (int i = 0; i < count; i++) {
                present[buckets[i] >>> 6] = 0;
            }
        } else {
            Arrays.fill(present, 0);
        }
        count = 0;
    }

    int count() {
        return count;
    }

    /** The bucket of a hash. */
    int bucketOf(int hash) {
        return hash >>> shift;
    }

    /** The backing array; only the first {@link #count()} entries count. */
    int[] buckets() {
        return buckets;
    }

    /**
     * Adds a bucket if {@code one} is 1 and it is new. No branch on what the processor can't foresee: the bucket is written in
     * any case, and then perhaps not counted.
     */
    private static int add(long[] seen, int[] known, int next, int bucket, int one) {
        long before = seen[bucket >>> 6];
        long bit = (long) one << bucket;
        seen[bucket >>> 6] = before | bit;
        known[next] = bucket;
        return next + (int) ((bit & ~before) >>> bucket);
    }
}
