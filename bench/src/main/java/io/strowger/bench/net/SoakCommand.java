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
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench soak}. */
@Command(
        name = "soak",
        description = {
            "Whether a server under load keeps within its bounds: heap after a full collection, memory outside it, open"
                    + " files, and the depth of its queues, over minutes or hours.",
            "Starts a server with a temporary data directory, which is removed afterwards, sends messages over TCP, and has the"
                    + " organization's agents work on them. Checks every answer. Looks about thirty times, each time after a full collection of the server's heap."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger bench soak --minutes 30",
            "  ./strowger bench soak --minutes 120 --rate 1000 --data-dir /var/tmp --topic soak-two-hours"
        })
public final class SoakCommand implements Callable<Integer> {
    private static final double LEAST_MINUTES = 0.1;
    private static final double MOST_MINUTES = 7 * 24 * 60;
    private static final double SECONDS_A_MINUTE = 60;
    private static final double NANOS_A_SECOND = 1e9;
    private static final int SAMPLES = 30;
    private static final long LEAST_INTERVAL_NANOS = 2_000_000_000L;
    private static final long SEED = 1891;

    private final Console console;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "30",
            description = "How long is measured (default ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "2000",
            description = "Messages a second (default ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "30",
            description = "Seconds of the same load before that are not measured (default ${DEFAULT-VALUE}).")
    private int warmUpSeconds;

    @Option(names = "--data-dir", paramLabel = "D", description = "Where the server's temporary data goes.")
    private @Nullable Path dataDirectory;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public SoakCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES)) {
            throw CommandFailure.wrongCall(
                    "--minutes is " + minutes + ", it must be from 0.1 to 10080, which is a week");
        }
        if (warmUpSeconds < 0 || warmUpSeconds > MOST_MINUTES) {
            throw CommandFailure.wrongCall("--warm-up is " + warmUpSeconds + ", it must be from 0 to 10080");
        }
        if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
            throw CommandFailure.failed("this Java (" + System.getProperty("java.home")
                    + ") cannot look into another one: a soak needs a JDK, with the module jdk.attach");
        }
        LoadPlan plan = new LoadPlan(
                Schedule.steady(rate), Duration.ofSeconds(warmUpSeconds).toNanos(), (long)
                        (minutes * SECONDS_A_MINUTE * NANOS_A_SECOND));
        Path parent =
                dataDirectory == null ? Path.of(System.getProperty("java.io.tmpdir")) : console.resolve(dataDirectory);
        SoakDisk.check(rate * (plan.warmUpNanos() + plan.measuredNanos()) / NANOS_A_SECOND, Texts.USUAL_BYTES, parent);
        ResultsFolder folder = output.open(console, "soak");
        Report report;
        try (OwnServer own = OwnServer.start(console, parent, List.of())) {
            report = soak(own, plan);
            if (folder != null) {
                own.keepGcLog(folder, "server-gc.log");
            }
        }
        output.publish(console, folder, report);
        return ExitCode.DONE;
    }

    private Report soak(OwnServer own, LoadPlan plan) throws IOException, InterruptedException {
        NetworkLoad load = NetworkLoad.usual(Protocol.TCP, Texts.load(Texts.USUAL_BYTES, SEED));
        long interval = Math.max(LEAST_INTERVAL_NANOS, plan.measuredNanos() / SAMPLES);
        int seconds = (int) ((plan.warmUpNanos() + plan.measuredNanos()) / NANOS_A_SECOND);
        ServerProcess server = own.server();
        ServerReader reader = new ServerReader(server);
        try (ProgressLine progress = new ProgressLine(console);
                WorkingAgents agents = WorkingAgents.start(server, reader);
                VitalsWatch watch =
                        VitalsWatch.start(server, reader, System.nanoTime() + plan.warmUpNanos(), interval)) {
            MeasuredRun run = load.run(
                    own.target(Protocol.TCP),
                    server.adminToken(),
                    server.handle(),
                    plan,
                    elapsed -> progress.report(
                            elapsed < plan.warmUpNanos() ? "warming up" : "soaking",
                            (int) (elapsed / NANOS_A_SECOND),
                            seconds));
            agents.check();
            return SoakReport.of(run, watch.stop(), watch.ringSize(), agents.completed(), inWords());
        }
    }

    private String inWords() {
        return String.format(Locale.ROOT, "%,.0f messages/s over TCP for %s minutes", rate, minutesInWords());
    }

    private String minutesInWords() {
        return minutes == Math.rint(minutes) ? String.valueOf((long) minutes) : String.valueOf(minutes);
    }
}
