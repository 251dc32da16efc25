package io.strowger.bench.rig;

import io.strowger.bench.report.OutputOptions;
import io.strowger.bench.report.ResultsFolder;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench latency}: how long messages take at a rate. */
@Command(
        name = "latency",
        description = {
            "Send messages to an engine in a process of its own, at a rate that does not slow down when the engine does, "
                    + "and record how long each took from when it was meant to be sent.",
            "Every run is verified: nothing lost, order and capacities kept, the same decisions as the naive reference "
                    + "router. No result is printed when the rate was not reached or anything was wrong."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger bench latency --rate 20000 --seconds 10",
            "  ./strowger bench latency --rate 50000 --seconds 30 --journal off --ack decided --with-bare-ring",
            "  ./strowger bench latency --rate 5000 --seconds 20 --shape burst --gc zgc --runs 3 --json"
        })
public final class LatencyCommand implements Callable<Integer> {
    private static final int MOST_RUNS = 100;

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private LoadOptions load = new LoadOptions();

    @Option(names = "--rate", paramLabel = "MESSAGES", required = true, description = "Messages a second.")
    private double rate;

    @Option(names = "--seconds", paramLabel = "SECONDS", description = "How long each run is measured (default: 10).")
    private int seconds = 10;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description =
                    "How many runs, each in a fresh JVM (default: 5). The median run is shown, with the spread of all.")
    private int runs = 5;

    @Option(
            names = "--with-bare-ring",
            description =
                    "Give a Disruptor with empty handlers the same schedule in turns of a second, and say how the "
                            + "tails compare. Takes twice as long.")
    private boolean withBareRing;

    public LatencyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LoadOptions.between("--runs", runs, 1, MOST_RUNS);
        RunPlan plan = load.plan(Pressure.SCHEDULED, rate, seconds, withBareRing);
        ResultsFolder folder = output.open(console, "latency");
        try (RawResults raw = RawResults.in(folder);
                RunLauncher launcher = new RunLauncher(
                        console, raw.directory(), raw.areKept(), load.data(console), load.collector())) {
            Runs results = new Runs(measure(plan, raw, launcher));
            output.publish(console, folder, new LatencyReport(plan, load.collector(), results).report());
        }
        return ExitCode.DONE;
    }

    private List<RunResult> measure(RunPlan plan, RawResults raw, RunLauncher launcher) {
        List<RunResult> results = new ArrayList<>();
        try (RunProgress progress = new RunProgress(console)) {
            for (int run = 1; run <= runs; run++) {
                progress.begins("run " + run + " of " + runs + ", " + Loads.rate(plan.perSecond()), plan.duration());
                RunResult result = launcher.run(plan.seeded(plan.seed() + run - 1), "run-" + run, progress);
                refuseWhatIsWrong(run, result, plan, raw);
                results.add(result);
            }
        }
        return results;
    }

    private static void refuseWhatIsWrong(int run, RunResult result, RunPlan plan, RawResults raw) {
        if (!result.problems().isEmpty()) {
            throw raw.failed("run " + run + " went wrong: " + String.join("; ", result.problems()));
        }
        if (!result.isRateReached()) {
            throw raw.failed(String.format(
                    Locale.ROOT,
                    "run %d reached %,.0f messages/s, %.2f %% of the %,.0f/s asked for and less than 99.5 %%: no result; "
                            + "bench sweep finds the rate that this machine reaches",
                    run,
                    result.achievedPerSecond(),
                    result.kept() * 100,
                    plan.perSecond()));
        }
    }
}
