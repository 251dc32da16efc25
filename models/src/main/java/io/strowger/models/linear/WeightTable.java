package io.strowger.models.linear;

import java.util.Arrays;

/**
 * The 8-bit weights of several outputs for every bucket. The weights of one bucket lie side by side in whole cache lines, so
 * that one access serves all heads. Seven share a {@code long}, each increased by 128 and with a bit to spare, so that two
 * rows are added before their outputs are taken apart; {@link RowSums} does it.
 */
final class WeightTable {
    /** Outputs in a {@code long}. */
    static final int PER_WORD = 7;

    /** Bits of each. */
    static final int LANE_BITS = 9;

    /** Words of a cache line. */
    static final int LINE = 8;

    /** The least that a bucket's number can have. */
    static final int FEWEST_BITS = 6;

    /** The most that a bucket's number can have. */
    static final int MOST_BITS = 24;

    /** What each weight is increased by. */
    static final int OFFSET = 128;

    // G1 places a large array at the start of a region. Behind the array's header of 16 bytes and these, rows begin at
    // the
    // start of a cache line. Elsewhere they are as good, but for more lines that are touched.
    private static final int LEAD = 6;

    private static final long WEIGHT = 0xFF;
    private static final long ZEROS = zeros();

    private final int bits;
    private final int outputs;
    private final int lines;
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
        lines = lines(outputs);
        rows = new long[LEAD + (lines * LINE << bits) + lines * LINE];
        Arrays.fill(rows, 0, rows.length - lines * LINE, ZEROS);
    }

    /** What a table takes in memory. */
    static long bytes(int bits, int outputs) {
        return (long) lines(outputs) * LINE * Long.BYTES << bits;
    }

    /** What this table takes in memory. */
    long bytes() {
        return bytes(bits, outputs);
    }

    private static int lines(int outputs) {
        return (outputs + PER_WORD * LINE - 1) / (PER_WORD * LINE);
    }

    private static long zeros() {
        long zeros = 0;
        for (int lane = 0; lane < PER_WORD; lane++) {
            zeros |= (long) OFFSET << lane * LANE_BITS;
        }
        return zeros;
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

    /** Cache lines of a row. */
    int lines() {
        return lines;
    }

    /** The rows. Only to be read. */
    long[] rows() {
        return rows;
    }

    /** Where the row of a bucket begins. */
    int row(int bucket) {
        return LEAD + bucket * lines * LINE;
    }

    /** Where a row begins that adds nothing, not even what each weight is increased by. */
    int emptyRow() {
        return rows.length - lines * LINE;
    }

    /** The length that sums of rows need. */
    int sumsLength() {
        return lines * LINE * PER_WORD;
    }

    byte weight(int bucket, int output) {
        return (byte) ((rows[index(bucket, output)] >>> shift(output) & WEIGHT) - OFFSET);
    }

    /** Only while the table is being made. */
    void weight(int bucket, int output, int weight) {
        int at = index(bucket, output);
        rows[at] = (rows[at] & ~(WEIGHT << shift(output))) | (weight + OFFSET & WEIGHT) << shift(output);
    }

    /** Sets all weights of a bucket; only while the table is being made. */
    void row(int bucket, byte[] weights) {
        int at = index(bucket, 0);
        for (int from = 0; from < weights.length; from += PER_WORD, at++) {
            long word = ZEROS;
            int to = Math.min(from + PER_WORD, weights.length);
            for (int output = from; output < to; output++) {
                word ^= (weights[output] & WEIGHT) << shift(output);
            }
            rows[at] = word;
        }
    }

    private int index(int bucket, int output) {
        return row(bucket) + output / PER_WORD;
    }

    private static int shift(int output) {
        return output % PER_WORD * LANE_BITS;
    }
}
