package io.strowger.bench.rig;

import io.strowger.bench.report.OutputOptions;
import io.strowger.bench.report.ResultsFolder;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench sweep}: latency from a low rate up to the knee, and the capacity. */
@Command(
        name = "sweep",
        description = {
            "Measure latency at rising rates up to the knee: the highest rate that is reached with a 99th percentile of "
                    + "decision times within the bound. The rate is multiplied until it is not reached, then the knee is "
                    + "closed in upon to a twentieth.",
            "Each rate is one run in a fresh JVM, verified as by bench latency. The last row is the capacity: as many "
                    + "messages as there is room for, in a closed loop."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger bench sweep",
            "  ./strowger bench sweep --from 10000 --to 400000 --seconds 5 --journal off --analysis off"
        })
public final class SweepCommand implements Callable<Integer> {
    private static final double TAIL = 99;
    private static final int LONGEST_BOUND_MILLIS = 60_000;
    private static final double SMALLEST_FACTOR = 1.1;
    private static final double LARGEST_FACTOR = 100;

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private LoadOptions load = new LoadOptions();

    @Option(
            names = "--from",
            paramLabel = "MESSAGES",
            description = "The first rate, messages a second (default: 1000).")
    private double from = 1_000;

    @Option(
            names = "--to",
            paramLabel = "MESSAGES",
            description = "No rate above it is tried, messages a second (default: 1000000).")
    private double to = 1_000_000;

    @Option(
            names = "--factor",
            paramLabel = "NUMBER",
            description = "What a rate is multiplied by until one is not reached (default: 2).")
    private double factor = 2;

    @Option(
            names = "--bound",
            paramLabel = "MILLISECONDS",
            description = "The 99th percentile of decision times up to which a rate counts as reached (default: 10).")
    private int boundMillis = 10;

    @Option(names = "--seconds", paramLabel = "SECONDS", description = "How long each rate is measured (default: 5).")
    private int seconds = 5;

    public SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LoadOptions.between("--bound", boundMillis, 1, LONGEST_BOUND_MILLIS);
        if (!(factor >= SMALLEST_FACTOR && factor <= LARGEST_FACTOR)) {
            throw CommandFailure.wrongCall(
                    "--factor is " + factor + ", it must be " + SMALLEST_FACTOR + " to " + LARGEST_FACTOR);
        }
        if (!(to >= from)) {
            throw CommandFailure.wrongCall("--to is " + to + ", it must not be below --from, " + from);
        }
        RunPlan plan = load.plan(Pressure.SCHEDULED, from, seconds, false);
        plan.at(Pressure.SCHEDULED, to); // refuses what cannot be generated
        ResultsFolder folder = output.open(console, "sweep");
        try (RawResults raw = RawResults.in(folder);
                RunLauncher launcher = new RunLauncher(
                        console, raw.directory(), raw.areKept(), load.data(console), load.collector())) {
            output.publish(console, folder, sweep(plan, raw, launcher).report());
        }
        return ExitCode.DONE;
    }

    private SweepReport sweep(RunPlan plan, RawResults raw, RunLauncher launcher) {
        Map<Double, RunResult> results = new TreeMap<>();
        try (RunProgress progress = new RunProgress(console)) {
            double knee = new KneeSearch(from, to, factor).search(rate -> {
                RunResult result = measure(plan.at(Pressure.SCHEDULED, rate), raw, launcher, progress);
                results.put(rate, result);
                return isReached(result);
            });
            RunResult capacity = measure(plan.at(Pressure.CLOSED, 0), raw, launcher, progress);
            return new SweepReport(plan, load.collector(), results, knee, capacity, Duration.ofMillis(boundMillis));
        }
    }

    private RunResult measure(RunPlan plan, RawResults raw, RunLauncher launcher, RunProgress progress) {
        boolean closed = plan.pressure() == Pressure.CLOSED;
        progress.begins(closed ? "capacity" : Loads.rate(plan.perSecond()), plan.duration());
        RunResult result = launcher.run(plan, closed ? "capacity" : "rate-" + Math.round(plan.perSecond()), progress);
        if (!result.problems().isEmpty() && (closed || result.isRateReached())) {
            throw raw.failed("the run " + (closed ? "for the capacity" : "at " + Loads.rate(plan.perSecond()))
                    + " went wrong: " + String.join("; ", result.problems()));
        }
        return result;
    }

    private boolean isReached(RunResult result) {
        return result.isRateReached()
                && result.problems().isEmpty()
                && result.recording(Recording.DECIDED).getValueAtPercentile(TAIL)
                        <= Duration.ofMillis(boundMillis).toNanos();
    }
}
