package io.strowger.models.linear;

import static io.strowger.models.linear.WeightTable.LANE_BITS;
import static io.strowger.models.linear.WeightTable.LINE;
import static io.strowger.models.linear.WeightTable.OFFSET;
import static io.strowger.models.linear.WeightTable.PER_WORD;

import java.util.Arrays;

/**
 * Sums rows of weight tables. Rows are gathered in pairs, which is what their spare bits have room for, and the pairs lie one
 * after another in two arrays, so that the rest is plain loops, which the compiler turns into vector instructions. Holds
 * scratch; belongs to one thread; allocates nothing after construction.
 */
final class RowSums {
    /** The lines of so many rows, and their pairs, fit into the first-level cache. */
    private static final int BLOCK_ROWS = 256;

    private static final int ROWS_AT_ONCE = 4;

    /** Every other output of a word, with room for the sum of a block. */
    private static final long EVEN = 0x1FFL | 0x1FFL << 2 * LANE_BITS | 0x1FFL << 4 * LANE_BITS;

    private static final long ODD = EVEN << LANE_BITS;
    private static final int LAST = PER_WORD - 1;
    private static final int SUM_MASK = (1 << 2 * LANE_BITS) - 1;

    private final long[] pairs = new long[BLOCK_ROWS / ROWS_AT_ONCE * LINE];
    private final long[] otherPairs = new long[pairs.length];
    private final long[] lanes = new long[pairs.length];

    @SuppressWarnings("UnusedVariable") // so that the compiler does not leave out reading
    private long touched;

    /**
     * Sums the weights of some buckets.
     *
     * @param sums is overwritten; at least {@link WeightTable#sumsLength()} long
     */
    void sum(WeightTable table, int[] buckets, int count, int[] sums) {
        Arrays.fill(sums, 0, table.sumsLength(), 0);
        add(table, buckets, 0, count, 0, sums);
    }

    /**
     * Adds the weights of some buckets to their sums.
     *
     * @param drop low bits of each bucket to leave out, where the buckets are of a larger table
     */
    void add(WeightTable table, int[] buckets, int first, int end, int drop, int[] sums) {
        for (int output = 0; output < table.sumsLength(); output++) {
            sums[output] -= OFFSET * (end - first);
        }
        for (int from = first; from < end; from += BLOCK_ROWS) {
            int to = Math.min(from + BLOCK_ROWS, end);
            for (int line = 0; line < table.lines(); line++) {
                touch(table, line * LINE, buckets, from, to, drop);
                int used = gather(table, line * LINE, buckets, from, to, drop);
                addUp(used, sums, line * LINE * PER_WORD);
            }
        }
    }

    /** Reads a word of each line, and nothing else: so many lines are on their way to the cache at once. */
    private void touch(WeightTable table, int column, int[] buckets, int from, int to, int drop) {
        long[] rows = table.rows();
        long all = 0;
        for (int i = from; i < to; i++) {
            all |= rows[table.row(buckets[i] >>> drop) + column];
        }
        touched = all;
    }

    /** Puts the lines of some rows into the pairs, two and two; returns how many words that are. */
    private int gather(WeightTable table, int column, int[] buckets, int from, int to, int drop) {
        long[] rows = table.rows();
        int used = 0;
        int i = from;
        for (; i + ROWS_AT_ONCE <= to; i += ROWS_AT_ONCE, used += LINE) {
            int a = table.row(buckets[i] >>> drop) + column;
            int b = table.row(buckets[i + 1] >>> drop) + column;
            int c = table.row(buckets[i + 2] >>> drop) + column;
            int d = table.row(buckets[i + 3] >>> drop) + column;
            pair(rows, a, b, pairs, used);
            pair(rows, c, d, otherPairs, used);
        }
        if (i < to) {
            int empty = table.emptyRow() + column;
            int a = table.row(buckets[i] >>> drop) + column;
            int b = i + 1 < to ? table.row(buckets[i + 1] >>> drop) + column : empty;
            int c = i + 2 < to ? table.row(buckets[i + 2] >>> drop) + column : empty;
            pair(rows, a, b, pairs, used);
            pair(rows, c, empty, otherPairs, used);
            used += LINE;
        }
        return used;
    }

    private static void pair(long[] rows, int a, int b, long[] into, int at) {
        into[at] = rows[a] + rows[b];
        into[at + 1] = rows[a + 1] + rows[b + 1];
        into[at + 2] = rows[a + 2] + rows[b + 2];
        into[at + 3] = rows[a + 3] + rows[b + 3];
        into[at + 4] = rows[a + 4] + rows[b + 4];
        into[at + 5] = rows[a + 5] + rows[b + 5];
        into[at + 6] = rows[a + 6] + rows[b + 6];
        into[at + 7] = rows[a + 7] + rows[b + 7];
    }

    private void addUp(int used, int[] sums, int at) {
        take(EVEN, pairs, otherPairs, lanes, used);
        add(used, 0, PER_WORD / 2, sums, at);
        take(ODD, pairs, otherPairs, lanes, used);
        add(used, LANE_BITS, PER_WORD / 2, sums, at + 1);
        takeLast(pairs, otherPairs, lanes, used);
        add(used, 0, 1, sums, at + LAST);
    }

    private static void take(long mask, long[] pairs, long[] otherPairs, long[] into, int used) {
        for (int k = 0; k < used; k++) {
            into[k] = (pairs[k] & mask) + (otherPairs[k] & mask);
        }
    }

    private static void takeLast(long[] pairs, long[] otherPairs, long[] into, int used) {
        for (int k = 0; k < used; k++) {
            into[k] = (pairs[k] >>> LAST * LANE_BITS) + (otherPairs[k] >>> LAST * LANE_BITS);
        }
    }

    /** Adds the lanes up, word by word, and each output's part to its sum. */
    private void add(int used, int shift, int outputs, int[] sums, int at) {
        long w0 = 0;
        long w1 = 0;
        long w2 = 0;
        long w3 = 0;
        long w4 = 0;
        long w5 = 0;
        long w6 = 0;
        long w7 = 0;
        for (int k = 0; k < used; k += LINE) {
            w0 += lanes[k];
            w1 += lanes[k + 1];
            w2 += lanes[k + 2];
            w3 += lanes[k + 3];
            w4 += lanes[k + 4];
            w5 += lanes[k + 5];
            w6 += lanes[k + 6];
            w7 += lanes[k + 7];
        }
        spread(w0 >>> shift, outputs, sums, at);
        spread(w1 >>> shift, outputs, sums, at + PER_WORD);
        spread(w2 >>> shift, outputs, sums, at + 2 * PER_WORD);
        spread(w3 >>> shift, outputs, sums, at + 3 * PER_WORD);
        spread(w4 >>> shift, outputs, sums, at + 4 * PER_WORD);
        spread(w5 >>> shift, outputs, sums, at + 5 * PER_WORD);
        spread(w6 >>> shift, outputs, sums, at + 6 * PER_WORD);
        spread(w7 >>> shift, outputs, sums, at + 7 * PER_WORD);
    }

    private static void spread(long word, int outputs, int[] sums, int at) {
        for (int output = 0; output < outputs; output++) {
            sums[at + 2 * output] += (int) (word >>> 2 * LANE_BITS * output) & SUM_MASK;
        }
    }
}
