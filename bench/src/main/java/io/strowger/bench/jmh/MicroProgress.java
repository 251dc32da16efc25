package io.strowger.bench.jmh;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Says in a line each what JMH is doing, and hands on what goes wrong in its processes. Called by the main thread. */
final class MicroProgress implements OutputFormat {
    private final PrintStream out;
    private final int benchmarks;

    MicroProgress(PrintStream out, List<Microbenchmark> chosen) {
        this.out = out;
        this.benchmarks = chosen.size();
    }

    @Override
    public void startRun() {
        out.println("micro: " + (benchmarks == 1 ? "a benchmark" : benchmarks + " benchmarks"));
    }

    @Override
    public void startBenchmark(BenchmarkParams params) {
        out.println("micro: " + Microbenchmark.shortName(params.getBenchmark()) + " " + MicroReport.parameters(params));
    }

    @Override
    public void iteration(BenchmarkParams params, IterationParams iterationParams, int iteration) {}

    @Override
    public void iterationResult(
            BenchmarkParams params, IterationParams iterationParams, int iteration, IterationResult data) {
        out.printf(
                Locale.ROOT,
                "  %s %d of %d: %,.1f ns%n",
                iterationParams.getType() == IterationType.WARMUP ? "warm-up" : "measured",
                iteration,
                iterationParams.getCount(),
                data.getPrimaryResult().getScore());
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {}

    @Override
    public void endRun(Collection<RunResult> result) {}

    /** JMH prints its settings and its timing this way: the report has the former, the lines above the latter. */
    @Override
    public void print(String text) {}

    /** As for {@link #print}; only what went wrong is handed on. */
    @Override
    public void println(String text) {
        if (text.contains("ERROR") || text.contains("Exception") || text.startsWith("\tat ")) {
            out.println(text);
        }
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void write(int text) {}

    @Override
    public void write(byte[] text) {}
}
