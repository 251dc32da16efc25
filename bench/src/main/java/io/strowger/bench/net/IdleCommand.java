package io.strowger.bench.net;

import io.strowger.bench.report.OutputOptions;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.ResultsFolder;
import io.strowger.bench.rig.Schedule;
import io.strowger.bench.rig.Texts;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.strowger.verticles.cli.ProgressLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench idle}. */
@Command(
        name = "idle",
        description = {
            "What a server costs that has nothing to do: CPU time of its JVM by thread, in percent of one core, and of its"
                    + " embedded PostgreSQL and Redis apart.",
            "Starts a server with a temporary data directory, has it take some messages so that it is no fresh one, lets it"
                    + " settle, and reads the CPU times that Linux counts."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./strowger bench idle", "  ./strowger bench idle --seconds 120 --settle 60 --topic idle-long"})
public final class IdleCommand implements Callable<Integer> {
    private static final int MOST_SECONDS = 3_600;
    private static final double WARM_UP_RATE = 1_000;
    private static final long SEED = 1891;

    private final Console console;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "60",
            description = "How long is measured (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "5",
            description = "Seconds of 1,000 messages a second before that (default ${DEFAULT-VALUE}).")
    private int warmUpSeconds;

    @Option(
            names = "--settle",
            paramLabel = "S",
            defaultValue = "20",
            description = "Seconds of nothing in between that are not measured (default ${DEFAULT-VALUE}).")
    private int settleSeconds;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public IdleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        between("--seconds", seconds, 1);
        between("--warm-up", warmUpSeconds, 0);
        between("--settle", settleSeconds, 0);
        ResultsFolder folder = output.open(console, "idle");
        Report report;
        try (OwnServer own = OwnServer.start(console, Path.of(System.getProperty("java.io.tmpdir")), List.of());
                ProgressLine progress = new ProgressLine(console)) {
            warmUp(own, progress);
            pause(progress, "settling", settleSeconds);
            ProcessTimes before = ProcessTimes.of(own.server().handle());
            pause(progress, "measuring", seconds);
            report = IdleReport.of(before, ProcessTimes.of(own.server().handle()), caveat());
        }
        output.publish(console, folder, report);
        return ExitCode.DONE;
    }

    private static void between(String option, int value, int least) {
        if (value < least || value > MOST_SECONDS) {
            throw CommandFailure.wrongCall(
                    option + " is " + value + ", it must be from " + least + " to " + MOST_SECONDS);
        }
    }

    private void warmUp(OwnServer own, ProgressLine progress) throws IOException, InterruptedException {
        if (warmUpSeconds == 0) {
            return;
        }
        LoadPlan plan = new LoadPlan(
                Schedule.steady(WARM_UP_RATE),
                0,
                Duration.ofSeconds(warmUpSeconds).toNanos());
        NetworkLoad.usual(Protocol.TCP, Texts.load(Texts.USUAL_BYTES, SEED))
                .run(
                        own.target(Protocol.TCP),
                        own.server().adminToken(),
                        null,
                        plan,
                        elapsed -> progress.report("warming up", (int) (elapsed / 1_000_000_000), warmUpSeconds));
    }

    private static void pause(ProgressLine progress, String phase, int seconds) throws InterruptedException {
        for (int second = 0; second < seconds; second++) {
            progress.report(phase, second, seconds);
            Thread.sleep(1_000);
        }
    }

    private String caveat() {
        return "Embedded stores, default configuration, no connection open; " + warmUpSeconds
                + " s of 1,000 messages a second over TCP, then " + settleSeconds + " s of nothing, came before.";
    }
}
