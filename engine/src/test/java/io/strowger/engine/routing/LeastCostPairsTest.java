package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeastCostPairsTest {
    private static final int MOST = 128;

    private final CostTable table = new CostTable(MOST);
    private final LeastCostPairs solver = new LeastCostPairs(table);
    private final GreedyPairs greedy = new GreedyPairs(MOST);

    @Test
    void shouldFindTheFirstOfTheCheapestPairingsWhateverTheTable() {
        Random random = new Random(42);
        for (int run = 0; run < 20_000; run++) {
            fill(random, random.nextInt(6), random.nextInt(6), 1 + random.nextInt(4), random.nextInt(10));

            solver.solve();

            assertThat(columns()).as("run %s", run).containsExactly(new EveryPairing(table).best());
        }
    }

    @Test
    void shouldFindThemWhenCostsAreAsGreatAsTheyCanBe() {
        Random random = new Random(7);
        for (int run = 0; run < 2_000; run++) {
            fill(random, 5, 5, 3, 8);
            for (int row = 0; row < 5; row++) {
                for (int column = 0; column < 5; column++) {
                    if (table.cost(row, column) != CostTable.IMPOSSIBLE) {
                        table.set(row, column, (1L << 43) - 1 - table.cost(row, column));
                    }
                }
            }

            solver.solve();

            assertThat(columns()).as("run %s", run).containsExactly(new EveryPairing(table).best());
        }
    }

    @Test
    void shouldProveItsAnswerWhenTheTableIsFull() {
        Random random = new Random(1);
        for (int run = 0; run < 20; run++) {
            fill(random, MOST, MOST, run < 10 ? 1_000_000 : 3, 9);
            solver.solve();
            long total = solver.total();
            int pairs = solver.pairs();
            int[] columns = columns();
            assertThat(Arrays.stream(columns)
                            .filter(column -> column >= 0)
                            .distinct()
                            .count())
                    .isEqualTo(pairs);
            greedy.solve(table);
            assertThat(pairs).isGreaterThanOrEqualTo(greedy.pairs());
            // The same problem, its columns turned round: another way through the steps, the same value.
            CostTable mirrored = new CostTable(MOST);
            mirrored.clear(MOST, MOST);
            for (int row = 0; row < MOST; row++) {
                for (int column = 0; column < MOST; column++) {
                    mirrored.set(column, MOST - 1 - row, table.cost(row, column));
                }
            }
            LeastCostPairs other = new LeastCostPairs(mirrored);
            other.solve();
            assertThat(other.pairs()).isEqualTo(pairs);
            assertThat(other.total()).isEqualTo(total);
            assertNoExchangeIsBetter(columns);
        }
    }

    /** No cycle of exchanges, over pairs and free columns, makes it cheaper: so nothing does. */
    private void assertNoExchangeIsBetter(int[] columns) {
        int nodes = MOST + 1;
        long[][] gain = new long[nodes][nodes];
        int[] rowOf = new int[MOST];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < MOST; row++) {
            if (columns[row] >= 0) {
                rowOf[columns[row]] = row;
            }
        }
        for (long[] each : gain) {
            Arrays.fill(each, Long.MAX_VALUE / 4);
        }
        for (int row = 0; row < MOST; row++) {
            long own = columns[row] < 0 ? LeastCostPairs.UNPAIRED : table.cost(row, columns[row]);
            // Going away empty-handed leads to the node that all free columns and empty hands share.
            gain[row][MOST] = LeastCostPairs.UNPAIRED - own;
            gain[MOST][row] = 0;
            for (int column = 0; column < MOST; column++) {
                long cost = table.cost(row, column);
                if (cost != CostTable.IMPOSSIBLE) {
                    int next = rowOf[column] < 0 ? MOST : rowOf[column];
                    gain[row][next] = Math.min(gain[row][next], cost - own);
                }
            }
        }
        for (int through = 0; through < nodes; through++) {
            for (int from = 0; from < nodes; from++) {
                for (int to = 0; to < nodes; to++) {
                    gain[from][to] = Math.min(gain[from][to], gain[from][through] + gain[through][to]);
                }
            }
        }
        for (int node = 0; node < nodes; node++) {
            assertThat(gain[node][node]).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void shouldTakeOneAfterTheOtherWhenGreedy() {
        table.clear(3, 2);
        table.set(0, 0, 1);
        table.set(0, 1, 1);
        table.set(1, 0, 0);
        table.set(2, 0, 0);
        table.set(2, 1, 5);

        greedy.solve(table);
        solver.solve();

        assertThat(new int[] {greedy.columnOf(0), greedy.columnOf(1), greedy.columnOf(2)})
                .containsExactly(0, -1, 1);
        assertThat(greedy.total()).isEqualTo(6);
        assertThat(columns()).containsExactly(1, 0, -1);
        assertThat(solver.total()).isEqualTo(1);
    }

    private int[] columns() {
        int[] columns = new int[table.rows()];
        for (int row = 0; row < columns.length; row++) {
            columns[row] = solver.columnOf(row);
        }
        return columns;
    }

    private void fill(Random random, int rows, int columns, int costs, int possibleOfTen) {
        table.clear(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (random.nextInt(10) <= possibleOfTen) {
                    table.set(row, column, random.nextInt(costs));
                }
            }
        }
    }

    /** Looks at every pairing there is, in the order of the rows' columns, so that the first of equal ones stays. */
    private static final class EveryPairing {
        private final CostTable table;
        private final int[] current;
        private final boolean[] taken;
        private int[] best = {};
        private long least = Long.MAX_VALUE;

        EveryPairing(CostTable table) {
            this.table = table;
            current = new int[table.rows()];
            taken = new boolean[table.columns()];
        }

        int[] best() {
            look(0, 0);
            return best;
        }

        private void look(int row, long cost) {
            if (row == current.length) {
                if (cost < least) {
                    least = cost;
                    best = current.clone();
                }
                return;
            }
            for (int column = 0; column < taken.length; column++) {
                if (!taken[column] && table.cost(row, column) != CostTable.IMPOSSIBLE) {
                    taken[column] = true;
                    current[row] = column;
                    look(row + 1, cost + table.cost(row, column));
                    taken[column] = false;
                }
            }
            current[row] = -1;
            look(row + 1, cost + LeastCostPairs.UNPAIRED);
        }
    }
}
