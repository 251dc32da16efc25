package io.strowger.bench.jmh;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.Table;
import io.strowger.bench.report.Table.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What JMH found, as a report. */
final class MicroReport {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** What the profiler and JMH leave behind is a few thousand bytes a second, however long an operation takes. */
    private static final double THEIR_BYTES_A_SECOND = 64 << 10;

    /** Less than an object, so that a slow operation's allocation is not taken for theirs. */
    private static final double LEAST_OBJECT_BYTES = 8;

    private static final List<Column> COLUMNS = List.of(
            new Column("benchmark", "benchmark", ""),
            new Column("parameters", "parameters", ""),
            new Column("nanos", "time", "ns/op"),
            new Column("error", "error, 99.9 %", "± ns/op"),
            new Column("bytes", "allocated", "B/op"));

    private MicroReport() {}

    static Report of(Collection<RunResult> results, boolean quick) {
        List<List<Object>> rows = new ArrayList<>();
        Map<String, List<Chart.Bar>> bars = new LinkedHashMap<>();
        List<String> allocating = new ArrayList<>();
        for (RunResult result : results) {
            String name = Microbenchmark.shortName(result.getParams().getBenchmark());
            String parameters = parameters(result.getParams());
            Result<?> time = result.getPrimaryResult();
            double bytes = bytes(result);
            double error = time.getScoreError();
            rows.add(List.of(name, parameters, time.getScore(), error, bytes));
            double half = Double.isFinite(error) ? error : 0;
            bars.computeIfAbsent(name, each -> new ArrayList<>())
                    .add(new Chart.Bar(
                            name,
                            parameters.isEmpty() ? name : parameters,
                            time.getScore(),
                            Math.max(0, time.getScore() - half),
                            time.getScore() + half));
            if (allocates(bytes, time.getScore())) {
                allocating.add(String.format(Locale.ROOT, "%s %s (%.0f B)", name, parameters, bytes)
                        .replace("  ", " "));
            }
        }
        List<Chart> charts = new ArrayList<>();
        bars.forEach((name, group) -> charts.add(new Chart.Bars(name, "ns/op", group)));
        return new Report(
                "Micro-benchmarks",
                "What do the single steps of a message cost by themselves, and what do they allocate?",
                List.of(
                        allocating.isEmpty()
                                ? "No step allocates anything."
                                : "These allocate: " + String.join(", ", allocating) + "; the others do not."),
                caveats(quick),
                List.of(new Table("micro", "Steps of a message", COLUMNS, rows)),
                charts,
                List.of());
    }

    /** Whether bytes an operation are the operation's own, given the nanoseconds that it takes. */
    static boolean allocates(double bytes, double nanos) {
        return bytes >= LEAST_OBJECT_BYTES || bytes * 1e9 / nanos > THEIR_BYTES_A_SECOND;
    }

    /** The values of a benchmark's parameters, empty for none. */
    static String parameters(BenchmarkParams params) {
        List<String> texts = new ArrayList<>();
        for (String key : params.getParamsKeys()) {
            texts.add(key + "=" + params.getParam(key));
        }
        return String.join(", ", texts);
    }

    private static List<String> caveats(boolean quick) {
        List<String> caveats = new ArrayList<>();
        caveats.add(
                "JMH 1.37, average time, G1 with a heap of 1 GiB, one thread; texts are our own, in seven languages.");
        caveats.add("A step by itself finds its data in the caches; within the pipeline it costs more.");
        caveats.add(
                "decide.round is the mean of a message, an accepted offer and a completed conversation; commit.force"
                        + " waits for the disk that holds temporary files.");
        if (quick) {
            caveats.add("A quick run: one process and three iterations of a second; the errors are wide.");
        }
        return caveats;
    }

    @SuppressWarnings("rawtypes") // as JMH declares its results
    private static double bytes(RunResult result) {
        Map<String, Result> secondary = result.getSecondaryResults();
        for (Map.Entry<String, Result> each : secondary.entrySet()) {
            if (each.getKey().endsWith(ALLOCATED)) {
                return each.getValue().getScore();
            }
        }
        return Double.NaN;
    }
}
