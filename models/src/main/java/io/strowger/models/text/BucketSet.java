package io.strowger.models.text;

import java.util.Arrays;

/**
 * The buckets of one text, each once, in the order of their first appearance. Fixed capacity; reused. What is added is only
 * noted; repetitions are taken out when somebody asks, in one go.
 */
final class BucketSet {
    /** From one bucket in so many words on, clearing all words is less work than finding those that are set. */
    private static final int SPARSE = 16;

    private final int shift;
    private final long[] present;
    private final int[] buckets;
    private int count; // up to here, each once
    private int end; // from there to here, as they came

    /**
     * @param bits buckets are numbers of that many bits
     * @param capacity buckets, with repetitions, that one text can have at most; more are left out
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
        end = put(end, hash);
    }

    /** Where the next bucket is put. Who adds many in a loop keeps this in a variable and returns it at the end. */
    int end() {
        return end;
    }

    /** Puts the bucket of a hash there and returns where the next one goes. */
    int put(int at, int hash) {
        if (at >= buckets.length) {
            return at;
        }
        buckets[at] = hash >>> shift;
        return at + 1;
    }

    /** The bucket of a hash. */
    int bucketOf(int hash) {
        return hash >>> shift;
    }

    /** A bucket as it was put, repetitions included. Only before somebody asks for {@link #buckets}. */
    int bucketAt(int at) {
        return buckets[at];
    }

    /** Everything before was put. */
    void end(int next) {
        end = next;
    }

    void clear() {
        settle();
        if (count < present.length / SPARSE) {
            for (int i = 0; i < count; i++) {
                present[buckets[i] >>> 6] = 0;
            }
        } else {
            Arrays.fill(present, 0);
        }
        count = 0;
        end = 0;
    }

    int count() {
        settle();
        return count;
    }

    /** The backing array; only the first {@link #count()} entries count. */
    int[] buckets() {
        settle();
        return buckets;
    }

    private void settle() {
        if (count == end) {
            return;
        }
        int kept = count;
        for (int i = count; i < end; i++) {
            int bucket = buckets[i];
            long before = present[bucket >>> 6];
            present[bucket >>> 6] = before | 1L << bucket;
            // No branch on what the processor can't foresee: a known bucket is written, too, and then not counted.
            buckets[kept] = bucket;
            kept += (int) (~before >>> bucket) & 1;
        }
        count = kept;
        end = kept;
    }
}
