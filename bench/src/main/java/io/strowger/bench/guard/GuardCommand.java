package io.strowger.bench.guard;

import io.strowger.bench.report.OutputOptions;
import io.strowger.bench.report.ResultsFolder;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.strowger.verticles.cli.TemporaryDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench guard}: fails when a change made a stage slower or had it allocate. */
@Command(
        name = "guard",
        description = {
            "Fail when analyzing, deciding or committing allocates, or takes more than 1.5 times the CPU time of the "
                    + "committed baseline.",
            "Times are multiples of yardsticks, other work that is measured in between: a slow or busy machine does not "
                    + "matter. What looks worse is measured again, in other processes, before it fails: 20 seconds as a "
                    + "rule, 3 minutes at the most. Keeps no results unless --topic is given."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger bench guard",
            "  ./strowger bench guard --update    # then commit bench/guard, and say why",
            "  ./strowger bench guard --json --topic guard-after-tuning"
        })
public final class GuardCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--update", description = "Make what is measured the new baseline of this JDK.")
    private boolean update;

    @Option(
            names = "--baselines",
            paramLabel = "DIR",
            description = "Where the baselines are: bench/guard of the installation if not given.")
    private @Nullable Path directory;

    public GuardCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        int major = Runtime.version().feature();
        Baselines baselines = new Baselines(
                directory == null ? console.home().resolve("bench").resolve("guard") : console.resolve(directory));
        try (TemporaryDirectory temporary = TemporaryDirectory.make("strowger-guard-")) {
            Guard guard = new Guard(() -> attempt(temporary.path()), System::nanoTime, this::progress);
            if (update) {
                update(guard, baselines, major);
            } else {
                compare(guard, baselines.of(major));
            }
        }
        return ExitCode.DONE;
    }

    private void compare(Guard guard, Baseline baseline) {
        ResultsFolder folder = output.openIfNamed(console, "guard");
        List<StepCost> costs =
                guard.best(cost -> !new Judgement(cost, baseline).objections().isEmpty());
        conclude(costs, baseline, folder);
    }

    private void update(Guard guard, Baselines baselines, int major) {
        ResultsFolder folder = output.openIfNamed(console, "guard");
        List<StepCost> costs = guard.typical();
        Baseline measured = Baseline.of(major, baselines.file(major), costs);
        conclude(costs, measured, folder);
        measured.write(
                LocalDate.now(ZoneId.systemDefault()) + " with Java " + Runtime.version() + " on " + processors());
        console.err().println("strowger: wrote " + measured.file() + "; commit it and say why it changed");
    }

    private static List<StepCost> attempt(Path parent) {
        try (TemporaryDirectory temporary = TemporaryDirectory.make(parent, "attempt-", () -> {})) {
            return MeasuringProcess.run(temporary.path());
        } catch (IOException e) {
            throw CommandFailure.failed("no directory can be made in " + parent + ": " + e, e);
        }
    }

    /** Says what was found; does not return when that is not good. */
    private void conclude(List<StepCost> costs, Baseline baseline, @Nullable ResultsFolder folder) {
        List<Judgement> judgements =
                costs.stream().map(cost -> new Judgement(cost, baseline)).toList();
        output.publish(console, folder, GuardReport.of(judgements));
        List<String> objections = GuardReport.objections(judgements);
        if (!objections.isEmpty()) {
            throw CommandFailure.failed(String.join("; ", objections));
        }
    }

    private static String processors() {
        return Runtime.getRuntime().availableProcessors() + " processors";
    }

    private void progress(String text) {
        console.err().println("strowger: " + text);
    }
}
