package io.strowger.models.text;

/** The buckets of one text, each once, in the order of their first appearance. Fixed capacity; reused. */
final class BucketSet {
    private final int shift;
    private final long[] present;
    private final int[] buckets;
    private int count;

    /**
     * @param bits buckets are numbers of that many bits
     * @param capacity buckets that one text can have at most; more are left out
     */
    BucketSet(int bits, int capacity) {
        if (bits < 6 || bits > 24) {
            throw new IllegalArgumentException("bucket bits " + bits + " are not between 6 and 24");
        }
        shift = Integer.SIZE - bits;
        present = new long[1 << (bits - 6)];
        buckets = new int[capacity];
    }

    /** Adds the bucket of a hash that is spread over all 32 bits. */
    void add(int hash) {
        if (count == buckets.length) {
            return;
        }
        int bucket = hash >>> shift;
        long before = present[bucket >>> 6];
        present[bucket >>> 6] = before | 1L << bucket;
        // No branch on what the processor can't foresee: a known bucket is written, too, and then not counted.
        buckets[count] = bucket;
        count += (int) (~before >>> bucket) & 1;
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            present[buckets[i] >>> 6] = 0;
        }
        count = 0;
    }

    int count() {
        return count;
    }

    /** The backing array; only the first {@link #count()} entries count. */
    int[] buckets() {
        return buckets;
    }
}
