package io.strowger.bench.rig;

import io.strowger.bench.report.OutputOptions;
import io.strowger.bench.report.ResultsFolder;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench overload}: what happens at twice the capacity. */
@Command(
        name = "overload",
        description = {
            "Measure the capacity of an engine, then offer twice as much: the accepted messages must be decided within "
                    + "50 ms (99 %%), the others refused within 1 ms (99.9 %%), and nothing may be lost.",
            "The exit code is 1 when one of these does not hold."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger bench overload --seconds 20",
            "  ./strowger bench overload --seconds 20 --times 3 --journal off"
        })
public final class OverloadCommand implements Callable<Integer> {
    private static final double MOST_TIMES = 100;

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private LoadOptions load = new LoadOptions();

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            description = "How long each of the two runs is measured (default: 10).")
    private int seconds = 10;

    @Option(
            names = "--times",
            paramLabel = "NUMBER",
            description = "How many times the capacity is offered (default: 2).")
    private double times = 2;

    public OverloadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!(times >= 1 && times <= MOST_TIMES)) {
            throw CommandFailure.wrongCall("--times is " + times + ", it must be 1 to " + Math.round(MOST_TIMES));
        }
        RunPlan closed = load.plan(Pressure.CLOSED, 1, seconds, false);
        ResultsFolder folder = output.open(console, "overload");
        try (RawResults raw = RawResults.in(folder);
                RunLauncher launcher = new RunLauncher(
                        console, raw.directory(), raw.areKept(), load.data(console), load.collector())) {
            OverloadReport report = overload(closed, raw, launcher);
            output.publish(console, folder, report.report());
            return report.holds() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private OverloadReport overload(RunPlan closed, RawResults raw, RunLauncher launcher) {
        try (RunProgress progress = new RunProgress(console)) {
            RunResult capacity = measure(closed, "capacity", raw, launcher, progress);
            RunPlan plan = closed.at(Pressure.SHEDDING, capacity.achievedPerSecond() * times);
            RunResult overload = measure(plan, "overload", raw, launcher, progress);
            if (!overload.isRateReached()) {
                throw raw.failed(String.format(
                        Locale.ROOT,
                        "%,.0f messages/s were to be offered and %.1f %% of that rate was reached: no result; give the "
                                + "generator more processor",
                        plan.perSecond(),
                        overload.kept() * 100));
            }
            return new OverloadReport(plan, load.collector(), capacity, overload);
        }
    }

    private static RunResult measure(
            RunPlan plan, String name, RawResults raw, RunLauncher launcher, RunProgress progress) {
        progress.begins(name, plan.duration());
        RunResult result = launcher.run(plan, name, progress);
        if (!result.problems().isEmpty()) {
            throw raw.failed("the run " + name + " went wrong: " + String.join("; ", result.problems()));
        }
        return result;
    }
}
