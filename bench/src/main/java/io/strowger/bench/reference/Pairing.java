package io.strowger.bench.reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column each row gets, -1 for none. The best one is found by looking at every row with every set of columns that the
 * rows behind it may be left with: that takes time in proportion to 2 to the number of columns.
 */
record Pairing(int[] columns, int pairs, long tiers, long cost) {
    private static final int MAX_COLUMNS = 16;

    /** What a pair costs, the tier first. */
    record Pair(int tier, long cost) {}

    private record Left(int row, int taken) {}

    /** As many pairs as possible, of the smallest tiers, of the least cost; of equal ones the first row's first column. */
    static Pairing least(@Nullable Pair[][] table) {
        if (table.length > 0 && table[0].length > MAX_COLUMNS) {
            throw new IllegalStateException("the reference pairs with at most " + MAX_COLUMNS + " columns");
        }
        return least(table, new Left(0, 0), new HashMap<>());
    }

    private static Pairing least(@Nullable Pair[][] table, Left left, Map<Left, Pairing> known) {
        if (left.row == table.length) {
            return new Pairing(new int[0], 0, 0, 0);
        }
        Pairing found = known.get(left);
        if (found != null) {
            return found;
        }
        Pairing best = null;
        for (int column = 0; column < table[left.row].length; column++) {
            Pair pair = table[left.row][column];
            if (pair != null && (left.taken & 1 << column) == 0) {
                Pairing rest = least(table, new Left(left.row + 1, left.taken | 1 << column), known);
                Pairing with = rest.behind(column, pair);
                best = best == null || with.isBetterThan(best) ? with : best;
            }
        }
        Pairing without =
                least(table, new Left(left.row + 1, left.taken), known).behind(-1, null);
        best = best == null || without.isBetterThan(best) ? without : best;
        known.put(left, best);
        return best;
    }

    /** Each row takes the best column left, the first of equal ones. */
    static Pairing greedy(@Nullable Pair[][] table) {
        int[] columns = new int[table.length];
        Arrays.fill(columns, -1);
        int pairs = 0;
        long tiers = 0;
        long cost = 0;
        for (int row = 0; row < table.length; row++) {
            Pair best = null;
            for (int column = 0; column < table[row].length; column++) {
                int candidate = column;
                Pair pair = table[row][column];
                if (pair != null
                        && Arrays.stream(columns).noneMatch(taken -> taken == candidate)
                        && (best == null || pair.tier < best.tier || pair.tier == best.tier && pair.cost < best.cost)) {
                    best = pair;
                    columns[row] = column;
                }
            }
            if (best != null) {
                pairs++;
                tiers += best.tier;
                cost += best.cost;
            }
        }
        return new Pairing(columns, pairs, tiers, cost);
    }

    private Pairing behind(int column, @Nullable Pair pair) {
        int[] all = new int[columns.length + 1];
        all[0] = column;
        System.arraycopy(columns, 0, all, 1, columns.length);
        return pair == null
                ? new Pairing(all, pairs, tiers, cost)
                : new Pairing(all, pairs + 1, tiers + pair.tier, cost + pair.cost);
    }

    private boolean isBetterThan(Pairing other) {
        if (pairs != other.pairs) {
            return pairs > other.pairs;
        }
        return tiers != other.tiers ? tiers < other.tiers : cost < other.cost;
    }

    /** Whether a later row has a column that this row, which has none, could have. */
    boolean isPassedOver(int row, @Nullable Pair[][] table) {
        for (int later = row + 1; later < columns.length; later++) {
            if (columns[later] >= 0 && table[row][columns[later]] != null) {
                return true;
            }
        }
        return false;
    }
}
