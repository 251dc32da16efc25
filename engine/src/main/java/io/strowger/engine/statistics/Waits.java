package io.strowger.engine.statistics;

import java.util.Arrays;

/**
 * How often which wait occurred. Waits are told apart by a hundredth: each doubling of milliseconds has 128 buckets, and only
 * those are kept in which there is anything. Filled by one thread.
 */
final class Waits {
    /** There are no more buckets: enough for all milliseconds that fit into nanoseconds. */
    static final int BUCKETS = 4_864;

    private static final int SHIFT = 7;
    private static final int A_DOUBLING = 1 << SHIFT;
    private static final int INITIAL = 4;
    private static final double PERCENT = 100;

    private char[] buckets = {};
    private long[] counts = {};
    private int size;

    /** The bucket of a wait that is not negative. */
    static int bucketOf(long millis) {
        int shift = Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(millis | 1) - SHIFT);
        return shift * A_DOUBLING + (int) (millis >> shift);
    }

    /** The longest wait of a bucket, milliseconds. */
    static long longestOf(int bucket) {
        int shift = Math.max(0, bucket / A_DOUBLING - 1);
        return ((long) (bucket - shift * A_DOUBLING + 1) << shift) - 1;
    }

    void add(long millis) {
        int bucket = bucketOf(millis);
        int at = Arrays.binarySearch(buckets, 0, size, (char) bucket);
        if (at >= 0) {
            counts[at]++;
            return;
        }
        at = -at - 1;
        makeRoom();
        System.arraycopy(buckets, at, buckets, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        buckets[at] = (char) bucket;
        counts[at] = 1;
        size++;
    }

    /** Adds a bucket behind all that are known. */
    void append(int bucket, long count) {
        makeRoom();
        buckets[size] = (char) bucket;
        counts[size] = count;
        size++;
    }

    private void makeRoom() {
        if (size == buckets.length) {
            int room = Math.max(INITIAL, 2 * size);
            buckets = Arrays.copyOf(buckets, room);
            counts = Arrays.copyOf(counts, room);
        }
    }

    /** How many buckets there are with anything in them. */
    int size() {
        return size;
    }

    /** The bucket at a position, ascending. */
    int bucket(int position) {
        return buckets[position];
    }

    /** How many waits are in the bucket at a position. */
    long count(int position) {
        return counts[position];
    }

    /** The wait that so many percent did not exceed, milliseconds; 0 without waits. */
    long atPercent(double percent) {
        long all = 0;
        for (int position = 0; position < size; position++) {
            all += counts[position];
        }
        // A little less, so that what is whole but for an error of rounding is not rounded up.
        long wanted = Math.max(1, (long) Math.ceil(Math.nextDown(percent) * all / PERCENT));
        long seen = 0;
        for (int position = 0; position < size; position++) {
            seen += counts[position];
            if (seen >= wanted) {
                return longestOf(buckets[position]);
            }
        }
        return 0;
    }
}
