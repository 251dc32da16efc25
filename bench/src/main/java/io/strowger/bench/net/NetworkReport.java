package io.strowger.bench.net;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.Percentiles;
import io.strowger.bench.report.RecordedHistogram;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.Table;
import io.strowger.bench.report.Table.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Puts runs of load over the network into a report. */
final class NetworkReport {
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99, 100};
    private static final String[] LABELS = {"p50", "p90", "p99", "p99.9", "p99.99", "worst"};
    private static final String[] NAMES = {"p50", "p90", "p99", "p999", "p9999", "worst"};

    private final List<MeasuredRun> runs;
    private final MeasuredRun median;
    private final boolean closed;

    private NetworkReport(List<MeasuredRun> runs, boolean closed) {
        this.runs = runs;
        this.closed = closed;
        Comparator<MeasuredRun> order = closed
                ? Comparator.comparingDouble(run -> run.load().answersPerSecond())
                : Comparator.comparingLong(run -> run.load().answerTime().getValueAtPercentile(99));
        this.median = runs.stream().sorted(order).toList().get((runs.size() - 1) / 2);
    }

    /**
     * Makes the report.
     *
     * @param runs one or more
     * @param load in words
     * @param closed whether there was no schedule
     * @param caveats about the place
     */
    static Report of(Protocol protocol, List<MeasuredRun> runs, String load, boolean closed, List<String> caveats) {
        NetworkReport report = new NetworkReport(runs, closed);
        return new Report(
                "Load over " + protocol.name(),
                "What do clients see at " + load + "?",
                report.answers(),
                caveats,
                List.of(report.table()),
                report.charts(),
                report.histograms());
    }

    private List<String> answers() {
        LoadResult load = median.load();
        List<String> answers = new ArrayList<>();
        answers.add(String.format(
                Locale.ROOT,
                "%,.0f messages a second were answered; from the intended instant to the answer p50 %,.0f µs, p99 %,.0f µs,"
                        + " p99.9 %,.0f µs, worst %,.0f µs.",
                load.answersPerSecond(),
                Percentiles.micros(load.answerTime(), 50),
                Percentiles.micros(load.answerTime(), 99),
                Percentiles.micros(load.answerTime(), 99.9),
                Percentiles.micros(load.answerTime(), 100)));
        if (runs.size() > 1) {
            answers.add(String.format(
                    Locale.ROOT,
                    "That is the median of %d runs by its %s; between the runs it went from %,.0f to %,.0f.",
                    runs.size(),
                    closed ? "answers a second" : "p99",
                    runs.stream().mapToDouble(this::key).min().orElse(0),
                    runs.stream().mapToDouble(this::key).max().orElse(0)));
        }
        if (!Double.isNaN(median.serverCores())) {
            answers.add(String.format(
                    Locale.ROOT,
                    "The server used %.2f cores, %.0f µs of CPU time a message.",
                    median.serverCores(),
                    median.serverMicrosPerMessage()));
        }
        return answers;
    }

    private double key(MeasuredRun run) {
        return closed
                ? run.load().answersPerSecond()
                : Percentiles.micros(run.load().answerTime(), 99);
    }

    private Table table() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("run", "run", ""));
        columns.add(new Column("answersPerSecond", "answers", "/s"));
        columns.add(new Column("good", "good", ""));
        columns.add(new Column("refused", "refused", ""));
        for (int index = 0; index < PERCENTILES.length; index++) {
            columns.add(new Column(NAMES[index] + "Micros", LABELS[index], "µs"));
        }
        columns.add(new Column("serviceP50Micros", "service p50", "µs"));
        columns.add(new Column("serviceP99Micros", "service p99", "µs"));
        columns.add(new Column("hiccupP999Micros", "machine p99.9", "µs"));
        columns.add(new Column("noisy", "noisy", ""));
        columns.add(new Column("serverCpuPercent", "server CPU", "%"));
        columns.add(new Column("generatorCpuPercent", "generator CPU", "%"));
        columns.add(new Column("idlePercent", "machine idle", "% of a core"));
        List<List<Object>> rows = new ArrayList<>();
        for (int index = 0; index < runs.size(); index++) {
            rows.add(row(index + 1, runs.get(index)));
        }
        return new Table("load", "Answer times; service: from the instant when it was really sent", columns, rows);
    }

    private static List<Object> row(int number, MeasuredRun run) {
        LoadResult load = run.load();
        List<Object> row = new ArrayList<>();
        row.add(number);
        row.add(Math.round(load.answersPerSecond()));
        row.add(load.good());
        row.add(load.refused());
        for (double percentile : PERCENTILES) {
            row.add(Percentiles.micros(load.answerTime(), percentile));
        }
        row.add(Percentiles.micros(load.serviceTime(), 50));
        row.add(Percentiles.micros(load.serviceTime(), 99));
        row.add(Percentiles.micros(run.hiccups(), 99.9));
        row.add(run.isNoisy());
        row.add(percent(run.serverCores()));
        row.add(percent(load.cpuShare()));
        row.add(percent(run.idleCores()));
        return row;
    }

    private List<Chart> charts() {
        List<Chart.Point> points = new ArrayList<>();
        long[] seconds = median.load().answersBySecond();
        for (int second = 0; second < seconds.length; second++) {
            points.add(new Chart.Point(second, seconds[second]));
        }
        return List.of(
                new Chart.Percentiles("Answer time by percentile", histograms()),
                new Chart.Lines(
                        "Answers over time",
                        "second",
                        "answers a second",
                        false,
                        false,
                        List.of(new Chart.Line("answers", points))));
    }

    private List<RecordedHistogram> histograms() {
        List<RecordedHistogram> histograms = new ArrayList<>();
        histograms.add(new RecordedHistogram("answer", median.load().answerTime()));
        histograms.add(new RecordedHistogram("service", median.load().serviceTime()));
        histograms.add(new RecordedHistogram("machine-hiccups", median.hiccups()));
        return histograms;
    }

    private static Object percent(double share) {
        return Double.isNaN(share) ? "" : Math.round(share * 1_000) / 10.0;
    }
}
