package io.strowger.bench.report;

import io.strowger.bench.report.Table.Column;
import io.strowger.verticles.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;

/** Reports, environments and consoles for the tests. The figures are made up, by seed. */
final class SampleReports {
    private static final long HIGHEST_NANOS = 60_000_000_000L;

    private SampleReports() {}

    /** A report with every kind of chart and cell, and with text that needs escaping everywhere. */
    static Report full() {
        List<RecordedHistogram> recordings = List.of(
                new RecordedHistogram("decision-20000", histogram(1, 200_000, 4_000)),
                new RecordedHistogram("decision-50000", histogram(2, 500_000, 5_500)),
                new RecordedHistogram("bare-ring-50000", histogram(3, 500_000, 700)),
                new RecordedHistogram("durable-20000", histogram(4, 3_000, 90_000)));
        return new Report(
                "Decisions at half the knee's rate",
                "How long does a message wait for its decision, from when it should have been sent?",
                List.of(
                        "At 50,000 messages/s half of the decisions came within 5.5 µs, and 99 % within 41 µs.",
                        "Nothing was lost; 1 < 2 && \"quoted\" | piped, *starred* and `ticked`."),
                List.of("The journal was off."),
                List.of(latency(recordings), oddities()),
                List.of(new Chart.Percentiles("Latency by percentile", recordings), throughput(), sweep(), peers()),
                recordings);
    }

    private static Table latency(List<RecordedHistogram> recordings) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("series", "series", ""));
        columns.add(new Column("rate", "rate", "messages/s"));
        columns.addAll(Percentiles.columns());
        List<List<Object>> rows = new ArrayList<>();
        for (RecordedHistogram recording : recordings) {
            List<Object> row = new ArrayList<>(List.of(recording.name(), 20_000L));
            row.addAll(Percentiles.cells(List.of(recording.histogram(), histogram(9, 10_000, 5_000))));
            rows.add(row);
        }
        return new Table("latency", "Decision latency by rate", columns, rows);
    }

    private static Table oddities() {
        return new Table(
                "oddities",
                "Cells of every kind",
                List.of(
                        new Column("name", "name", ""),
                        new Column("ratio", "ratio", "×"),
                        new Column("count", "count", ""),
                        new Column("isJournalled", "journal", "")),
                List.of(
                        List.of("comma, \"quote\"\nand <b>line</b> | pipe", Double.NaN, 1_234_567L, true),
                        List.of("plain", 0.71234, 42, false),
                        List.of("endless", Double.POSITIVE_INFINITY, 0L, true)));
    }

    private static Chart throughput() {
        Random random = new Random(5);
        List<Chart.Point> offered = new ArrayList<>();
        List<Chart.Point> decided = new ArrayList<>();
        for (int second = 0; second < 600; second++) {
            offered.add(new Chart.Point(second, 50_000));
            decided.add(new Chart.Point(second, second == 300 ? Double.NaN : 49_000 + random.nextInt(1_500)));
        }
        return new Chart.Lines(
                "Throughput over time",
                "time, s",
                "messages/s",
                false,
                false,
                List.of(new Chart.Line("offered", offered), new Chart.Line("decided", decided)));
    }

    private static Chart sweep() {
        List<Chart.Point> median = new ArrayList<>();
        List<Chart.Point> tail = new ArrayList<>();
        for (int rate = 1_000; rate <= 512_000; rate *= 2) {
            median.add(new Chart.Point(rate, 4 + 1e6 / (600_000 - rate)));
            tail.add(new Chart.Point(rate, 40 + 4e8 / (520_000 - rate)));
        }
        return new Chart.Lines(
                "From low to the knee",
                "rate, messages/s",
                "latency, µs",
                true,
                true,
                List.of(new Chart.Line("p50", median), new Chart.Line("p99.9", tail)));
    }

    private static Chart peers() {
        return new Chart.Bars(
                "Durable ingest against its peers",
                "messages/s",
                List.of(
                        new Chart.Bar("1 connection, depth 1", "Strowger", 4_180, 3_900, 4_320),
                        new Chart.Bar("1 connection, depth 1", "Redis SET, appendfsync always", 3_950, 3_600, 4_300),
                        new Chart.Bar("16 connections, depth 16", "Strowger", 71_200, 66_000, 74_900),
                        new Chart.Bar(
                                "16 connections, depth 16", "Redis SET, appendfsync always", 92_000, 88_000, 99_000),
                        new Chart.Bar("16 connections, depth 16", "PostgreSQL", 9_100, 9_100, 9_100)));
    }

    static Histogram histogram(long seed, int count, double medianNanos) {
        Random random = new Random(seed);
        Histogram histogram = new Histogram(HIGHEST_NANOS, 3);
        for (int i = 0; i < count; i++) {
            double tail = random.nextDouble() < 0.002 ? 200 * random.nextDouble() : 1;
            histogram.recordValue((long) (medianNanos * Math.exp(0.4 * random.nextGaussian()) * Math.max(1, tail)));
        }
        return histogram;
    }

    static Environment environment(int cores, boolean isVirtual) {
        return new Environment(
                OffsetDateTime.parse("2026-11-21T10:15:30+01:00"),
                new Environment.Machine(
                        "Some <CPU>", cores, 24L << 30, "Linux 6.1", null, isVirtual, 1.5, 2L << 30, 0.42, 77L << 30),
                new JavaMachine(
                        "Vendor", "17.0.15+6", "64-Bit VM", "Parallel", 6L << 30, List.of("-XX:+UseParallelGC")),
                new Environment.Build("0.1.0", "0123456789abcdef0123456789abcdef01234567", true));
    }

    static Publication publication(Report report) {
        return new Publication("latency", "./strowger bench latency --rate 20000", environment(2, true), report);
    }

    static Console console(Path directory, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                directory,
                directory,
                false);
    }
}
