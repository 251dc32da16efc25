package io.strowger.engine.routing;

import java.util.Arrays;

/** What would come out if each row, one after the other, took the cheapest column that is left, the first of equal ones. */
final class GreedyPairs {
    private final int[] columnOf;
    private final boolean[] taken;
    private long total;
    private int pairs;

    /** @param most the most rows, and the most columns, that tables have */
    GreedyPairs(int most) {
        columnOf = new int[most];
        taken = new boolean[most];
    }

    void solve(CostTable table) {
        Arrays.fill(taken, false);
        total = 0;
        pairs = 0;
        for (int row = 0; row < table.rows(); row++) {
            int best = cheapest(table, row);
            columnOf[row] = best;
            if (best >= 0) {
                taken[best] = true;
                total += table.cost(row, best);
                pairs++;
            }
        }
    }

    private int cheapest(CostTable table, int row) {
        int best = -1;
        for (int column = 0; column < table.columns(); column++) {
            long cost = table.cost(row, column);
            if (cost != CostTable.IMPOSSIBLE && !taken[column] && (best < 0 || cost < table.cost(row, best))) {
                best = column;
            }
        }
        return best;
    }

    /** The column of a row, -1 for none. */
    int columnOf(int row) {
        return columnOf[row];
    }

    /** What the pairs cost together. */
    long total() {
        return total;
    }

    int pairs() {
        return pairs;
    }
}
