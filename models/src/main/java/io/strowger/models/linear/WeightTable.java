package io.strowger.models.linear;

import java.util.Arrays;

/**
 * The 8-bit weights of several outputs for every bucket. The weights of one bucket lie side by side, eight to a
 * {@code long}, each increased by 128: so one access serves all heads, and eight sums are kept in two registers.
 */
final class WeightTable {
    private static final int PER_WORD = 8;
    private static final int WORDS_A_LINE = 8;
    private static final int OFFSET = 128;
    private static final long ZEROS = 0x8080_8080_8080_8080L;
    private static final long EVEN = 0x00FF_00FF_00FF_00FFL;
    private static final int LANE_MASK = 0xFFFF;

    // 256 x 255 fits the 16 bits of a partial sum; the rows of a block stay in the first-level cache.
    private static final int BLOCK = 256;

    // G1 places a large array at the start of a region. Behind the array's header of 16 bytes and these, rows begin at
    // the
    // start of a cache line, and none lies in two: a sum takes 20 to 28 % less. Elsewhere they are as good as before.
    private static final int LEAD = 6;

    private final int bits;
    private final int outputs;
    private final int words;
    private final int stride;
    private final long[] rows;

    /**
     * A table of zeros.
     *
     * @param bits buckets are numbers of that many bits
     * @param outputs weights a bucket
     */
    WeightTable(int bits, int outputs) {
        this.bits = bits;
        this.outputs = outputs;
        words = (outputs + PER_WORD - 1) / PER_WORD;
        stride = words <= WORDS_A_LINE ? powerOfTwo(words) : (words + WORDS_A_LINE - 1) & -WORDS_A_LINE;
        rows = new long[LEAD + (stride << bits)];
        Arrays.fill(rows, ZEROS);
    }

    int bits() {
        return bits;
    }

    int outputs() {
        return outputs;
    }

    int buckets() {
        return 1 << bits;
    }

    /** The length that {@link #sum} needs of its result. */
    int sumsLength() {
        return words * PER_WORD;
    }

    byte weight(int bucket, int output) {
        return (byte) ((rows[index(bucket, output)] >>> shift(output)) - OFFSET);
    }

    /** Only while the table is being made. */
    void weight(int bucket, int output, int weight) {
        int at = index(bucket, output);
        rows[at] = (rows[at] & ~(0xFFL << shift(output))) | ((weight + OFFSET) & 0xFFL) << shift(output);
    }

    /** Sets all weights of a bucket; only while the table is being made. */
    void row(int bucket, byte[] weights) {
        int at = index(bucket, 0);
        for (int from = 0; from < weights.length; from += PER_WORD, at++) {
            long word = ZEROS;
            int to = Math.min(from + PER_WORD, weights.length);
            for (int output = from; output < to; output++) {
                word ^= (weights[output] & 0xFFL) << shift(output);
            }
            rows[at] = word;
        }
    }

    /**
     * Sums the weights of some buckets.
     *
     * @param drop low bits of each bucket to leave out, where the buckets are of a larger table
     * @param sums is overwritten; at least {@link #sumsLength()} long
     */
    void sum(int[] buckets, int count, int drop, int[] sums) {
        Arrays.fill(sums, 0, sumsLength(), -OFFSET * count);
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(from + BLOCK, count);
            for (int word = 0; word < words; word++) {
                int column = LEAD + word;
                long all = 0; // every output's sum, each carrying into the next
                long odd = 0;
                for (int i = from; i < to; i++) {
                    long weights = rows[(buckets[i] >>> drop) * stride + column];
                    all += weights;
                    odd += (weights >>> 8) & EVEN;
                }
                // Without the odd ones, the even ones have 16 bits each and carry nowhere.
                unpack(all - (odd << 8), odd, sums, word * PER_WORD);
            }
        }
    }

    private static void unpack(long even, long odd, int[] sums, int at) {
        for (int pair = 0; pair < PER_WORD / 2; pair++) {
            sums[at + 2 * pair] += (int) (even >>> (16 * pair)) & LANE_MASK;
            sums[at + 2 * pair + 1] += (int) (odd >>> (16 * pair)) & LANE_MASK;
        }
    }

    private int index(int bucket, int output) {
        return LEAD + bucket * stride + output / PER_WORD;
    }

    private static int powerOfTwo(int atLeast) {
        return atLeast <= 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
    }

    private static int shift(int output) {
        return (output % PER_WORD) * 8;
    }
}
