package io.strowger.bench.report;

import io.strowger.bench.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The columns of latency that the tables of all benchmarks share, from recordings of nanoseconds. */
public final class Percentiles {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double WORST = 100;

    private static final List<Rank> RANKS = List.of(
            new Rank("p50Micros", "p50", 50),
            new Rank("p90Micros", "p90", 90),
            new Rank("p99Micros", "p99", 99),
            new Rank("p999Micros", "p99.9", 99.9),
            new Rank("p9999Micros", "p99.99", 99.99),
            new Rank("worstMicros", "worst", WORST));

    private record Rank(String name, String label, double percentile) {}

    private Percentiles() {}

    /** p50, p90, p99, p99.9, p99.99 and the worst in microseconds, and the count: seven columns. */
    public static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        RANKS.forEach(rank -> columns.add(new Column(rank.name, rank.label, "µs")));
        columns.add(new Column("count", "count", ""));
        return columns;
    }

    /** The cells of one run, as many as there are {@link #columns}; NaN for each percentile when nothing was recorded. */
    public static List<Object> cells(Histogram run) {
        List<Object> cells = new ArrayList<>();
        RANKS.forEach(rank -> cells.add(micros(run, rank.percentile)));
        cells.add(run.getTotalCount());
        return cells;
    }

    /** The cells of several runs, each percentile with its {@link Spread} over the runs; the count is that of all runs. */
    public static List<Object> cells(List<Histogram> runs) {
        List<Object> cells = new ArrayList<>();
        RANKS.forEach(rank -> cells.add(spread(runs, rank.percentile)));
        cells.add(runs.stream().mapToLong(Histogram::getTotalCount).sum());
        return cells;
    }

    /**
     * A percentile's spread over runs.
     *
     * @param percentile up to 100
     * @return microseconds
     */
    public static Spread spread(List<Histogram> runs, double percentile) {
        return Spread.of(
                runs.stream().mapToDouble(run -> micros(run, percentile)).toArray());
    }

    /**
     * A percentile of a run.
     *
     * @param percentile up to 100
     * @return microseconds, NaN when nothing was recorded
     */
    public static double micros(Histogram run, double percentile) {
        if (run.getTotalCount() == 0) {
            return Double.NaN;
        }
        long nanos = percentile >= WORST ? run.getMaxValue() : run.getValueAtPercentile(percentile);
        return nanos / NANOS_PER_MICRO;
    }
}
