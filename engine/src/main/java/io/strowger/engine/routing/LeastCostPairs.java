package io.strowger.engine.routing;

import java.util.Arrays;

/**
 * Pairs rows with columns: as many pairs as possible, of these the least cost together, of these the one in which the first
 * row has the smallest column, then the second row, and so on; having none comes after every column. So the answer is unique,
 * whatever the order of the steps that lead to it.
 *
 * <p>Shortest augmenting paths over reduced costs, row by row, as in R. Jonker and A. Volgenant, "A shortest augmenting path
 * algorithm for dense and sparse linear assignment problems", Computing 38 (1987), 325–340. Each row has a further column of
 * its own, which stands for no pair. By complementary slackness the least-cost pairings are those that use reduced costs of 0
 * only, and leave no column free whose price is not 0: among these the first one is found by an exchange along zeros for each
 * row. Both take time in the order of rows² · columns at most, and allocate nothing.
 */
final class LeastCostPairs {
    /** What a row without a pair costs: more than all pairs of a table together. */
    static final long UNPAIRED = 1L << 50;

    private static final long INFINITE = Long.MAX_VALUE;
    private static final int NONE = -1;

    private final CostTable table;

    // By row; the last row price belongs to no row.
    private final long[] rowPrice;
    private final int[] columnOf;
    private final int[] exchange;
    private final boolean[] rowReached;

    // By column; behind the table's columns those that stand for no pair, one a row.
    private final long[] columnPrice;
    private final int[] rowOf;
    private final long[] distance;
    private final int[] before;
    private final boolean[] columnReached;
    private final int[] pending;

    private int rows;
    private int real;
    private int columns;
    private int pendingCount;
    private boolean freeReached;
    private int releasing;
    private long total;
    private int pairs;

    /** @param table whose costs {@link #solve()} reads */
    LeastCostPairs(CostTable table) {
        this.table = table;
        int most = table.most();
        rowPrice = new long[most];
        columnOf = new int[most];
        exchange = new int[most];
        rowReached = new boolean[most];
        columnPrice = new long[2 * most];
        rowOf = new int[2 * most];
        distance = new long[2 * most];
        before = new int[2 * most];
        columnReached = new boolean[2 * most];
        pending = new int[2 * most];
    }

    void solve() {
        rows = table.rows();
        real = table.columns();
        columns = real + rows;
        Arrays.fill(rowPrice, 0, rows, 0);
        Arrays.fill(columnPrice, 0, columns, 0);
        Arrays.fill(rowOf, 0, columns, NONE);
        for (int row = 0; row < rows; row++) {
            pair(row);
        }
        for (int row = 0; row < rows; row++) {
            prefer(row);
        }
        total = 0;
        pairs = 0;
        for (int row = 0; row < rows; row++) {
            if (columnOf[row] < real) {
                total += table.cost(row, columnOf[row]);
                pairs++;
            }
        }
    }

    /** The column of a row, -1 for none. */
    int columnOf(int row) {
        return columnOf[row] < real ? columnOf[row] : NONE;
    }

    /** What the pairs cost together. */
    long total() {
        return total;
    }

    int pairs() {
        return pairs;
    }

    private long cost(int row, int column) {
        if (column < real) {
            return table.cost(row, column);
        }
        return column == real + row ? UNPAIRED : CostTable.IMPOSSIBLE;
    }

    /** Gives one more row a column, on the shortest path to a free one. */
    private void pair(int first) {
        Arrays.fill(distance, 0, columns, INFINITE);
        Arrays.fill(columnReached, 0, columns, false);
        int row = first;
        int reached = NONE;
        long length = 0;
        while (row != NONE) {
            relax(row, reached, length);
            reached = nearest();
            length = distance[reached];
            columnReached[reached] = true;
            row = rowOf[reached];
        }
        rowPrice[first] += length;
        for (int column = 0; column < columns; column++) {
            if (columnReached[column] && column != reached) {
                long shift = length - distance[column];
                rowPrice[rowOf[column]] += shift;
                columnPrice[column] -= shift;
            }
        }
        int column = reached;
        while (before[column] != NONE) {
            int previous = before[column];
            take(rowOf[previous], column);
            column = previous;
        }
        take(first, column);
    }

    private void relax(int row, int reached, long length) {
        for (int column = 0; column < columns; column++) {
            long cost = cost(row, column);
            if (cost == CostTable.IMPOSSIBLE || columnReached[column]) {
                continue;
            }
            long path = length + cost - rowPrice[row] - columnPrice[column];
            if (path < distance[column]) {
                distance[column] = path;
                before[column] = reached;
            }
        }
    }

    private int nearest() {
        int nearest = NONE;
        for (int column = 0; column < columns; column++) {
            if (!columnReached[column]
                    && distance[column] != INFINITE
                    && (nearest == NONE || distance[column] < distance[nearest])) {
                nearest = column;
            }
        }
        return nearest;
    }

    private void take(int row, int column) {
        rowOf[column] = row;
        columnOf[row] = column;
    }

    /** Gives a row the smallest column that it can have at no cost, while the rows before it keep theirs. */
    private void prefer(int row) {
        int own = columnOf[row];
        int wanted = NONE;
        boolean searched = false;
        for (int column = 0; column < own && wanted == NONE; column++) {
            if (isTight(row, column)) {
                if (!searched) {
                    searchBackwards(row, own);
                    searched = true;
                }
                int owner = rowOf[column];
                if (owner == NONE ? freeReached : owner > row && rowReached[owner]) {
                    wanted = column;
                }
            }
        }
        if (wanted == NONE) {
            return;
        }
        rowOf[own] = NONE;
        int mover = row;
        int target = wanted;
        while (target != NONE) {
            int displaced = rowOf[target];
            take(mover, target);
            if (displaced == NONE && target != own && releasing != NONE) {
                displaced = releasing;
                rowOf[columnOf[displaced]] = NONE;
            }
            mover = displaced;
            target = displaced == NONE ? NONE : exchange[displaced];
        }
    }

    /**
     * Finds the later rows that can give up their columns, each with the column that it would take instead. A column without a
     * price can become free, and another free one be taken for it.
     */
    private void searchBackwards(int row, int own) {
        Arrays.fill(rowReached, 0, rows, false);
        freeReached = false;
        pendingCount = 0;
        reach(own, NONE);
        for (int position = 0; position < pendingCount; position++) {
            int column = pending[position];
            for (int other = row + 1; other < rows; other++) {
                if (!rowReached[other] && isTight(other, column)) {
                    rowReached[other] = true;
                    exchange[other] = column;
                    reach(columnOf[other], other);
                }
            }
        }
    }

    /** Notes that a column can be given up, by a later row or, with none, by the one that looks for another. */
    private void reach(int given, int giver) {
        pending[pendingCount++] = given;
        if (columnPrice[given] == 0 && !freeReached) {
            freeReached = true;
            releasing = giver;
            for (int column = 0; column < columns; column++) {
                if (rowOf[column] == NONE) {
                    pending[pendingCount++] = column;
                }
            }
        }
    }

    private boolean isTight(int row, int column) {
        long cost = cost(row, column);
        return cost != CostTable.IMPOSSIBLE && cost == rowPrice[row] + columnPrice[column];
    }
}
