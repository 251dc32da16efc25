package io.strowger.engine.routing;

import java.util.Arrays;

/**
 * What each pair of a row and a column would cost. Filled anew for each batch; allocated once. Costs are at least 0 and less
 * than 2^43, so that the costs of all pairs together have room beside {@link LeastCostPairs#UNPAIRED}.
 */
final class CostTable {
    /** Of a pair that can't be. */
    static final long IMPOSSIBLE = -1;

    private final int most;
    private final long[] costs;
    private int rows;
    private int columns;

    /** @param most the most rows, and the most columns, that it has room for */
    CostTable(int most) {
        this.most = most;
        costs = new long[most * most];
    }

    /** Starts over: no pair can be. */
    void clear(int newRows, int newColumns) {
        rows = newRows;
        columns = newColumns;
        for (int row = 0; row < newRows; row++) {
            Arrays.fill(costs, row * most, row * most + newColumns, IMPOSSIBLE);
        }
    }

    /** The most rows, and the most columns, that it has room for. */
    int most() {
        return most;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    void set(int row, int column, long cost) {
        costs[row * most + column] = cost;
    }

    /** The cost of a pair, or {@link #IMPOSSIBLE}. */
    long cost(int row, int column) {
        return costs[row * most + column];
    }
}
