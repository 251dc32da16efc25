package io.strowger.verticles.demo;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.verticles.Server;
import io.strowger.verticles.StopRequest;
import io.strowger.verticles.Wiring;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.strowger.verticles.cli.Palette;
import io.strowger.verticles.cli.TemporaryDirectory;
import io.strowger.verticles.config.ConfigSources;
import io.strowger.verticles.config.LogFormat;
import io.strowger.verticles.config.LogLevel;
import io.strowger.verticles.config.LogSettings;
import io.strowger.verticles.config.OrganizationFiles;
import io.strowger.verticles.config.OrganizationWriter;
import io.strowger.verticles.config.ServerConfig;
import io.strowger.verticles.identity.Tokens;
import io.strowger.verticles.logging.Logging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: a whole shop at work, and a count in the end. */
@Command(
        name = "demo",
        description = {
            "Watch an online shop at work: a server of its own, customers who write in seven languages over HTTP and TCP, "
                    + "and fifteen agents at their WebSockets.",
            "Everything is real but the people. Nothing is kept, unless --data-dir says where."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger demo",
            "  ./strowger demo --seconds 60",
            "  ./strowger demo --data-dir demo-data      keeps the journal, PostgreSQL and Redis",
            "",
            "Ctrl-C ends it early. The exit code is 0 only if PostgreSQL holds exactly what was acknowledged."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int LONGEST_SECONDS = 86_400;
    private static final long SEED = 1891;
    private static final long CATCH_UP_MILLIS = 15_000;
    private static final long POLL_MILLIS = 50;
    private static final String ORGANIZATION = "conf/demo";

    private final Console console;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long the customers write (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--data-dir", paramLabel = "D", description = "Keeps the data there, and adds to what is there.")
    private @Nullable Path dataDirectory;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw CommandFailure.wrongCall("--seconds is " + seconds + ", it must be from 1 to " + LONGEST_SECONDS);
        }
        StopRequest stop = StopRequest.listen(console.err());
        Logging.apply(new LogSettings(LogLevel.ERROR, LogFormat.TEXT));
        try (TemporaryDirectory temporary = TemporaryDirectory.make("strowger-demo-")) {
            Path data = dataDirectory == null ? temporary.path().resolve("data") : console.resolve(dataDirectory);
            OrganizationConfiguration organization = DemoOrganization.shortened(
                    OrganizationFiles.read(console.home().resolve(ORGANIZATION)));
            Path seed = Files.createDirectory(temporary.path().resolve("organization"));
            Files.writeString(seed.resolve("organization.yaml"), OrganizationWriter.yaml(organization));
            console.err().println("strowger: starting a server with a PostgreSQL and a Redis of its own");
            ServerConfig config = config(data, seed);
            try (Server server =
                    Wiring.start(config, text -> console.err().println("strowger: " + text), this::failed)) {
                stop.arm();
                boolean agrees = play(server, config, organization, stop);
                return agrees ? ExitCode.DONE : ExitCode.FAILED;
            }
        }
    }

    private ServerConfig config(Path data, Path seed) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("data-dir", data.toString());
        options.put("organization.directory", seed.toString());
        options.put("http.port", "0");
        options.put("tcp.port", "0");
        return ServerConfig.load(
                new ConfigSources(console.home(), console.workingDirectory(), null, Map.of(), options));
    }

    private boolean play(Server server, ServerConfig config, OrganizationConfiguration organization, StopRequest stop)
            throws IOException, InterruptedException, SQLException {
        Palette palette = Palette.of(console);
        Tally tally = new Tally();
        String run = "demo-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        Server.Places places = server.places();
        Tokens tokens = Tokens.open(
                config.dataDirectory(), InstantSource.system(), config.tokens().clockSkew());
        String token = Files.readString(places.adminToken()).strip();
        long started = System.nanoTime();
        TallyPicture counted;
        try (Stage stage = new Stage(places, organization, token, tokens, DemoTexts.load(), tally, run, SEED)) {
            console.err().println("strowger: the agents come to work");
            stage.openAgents();
            stage.openCustomers(Duration.ofSeconds(seconds));
            started = System.nanoTime();
            watch(stage, places, stop, started, palette);
            console.err().println("strowger: the customers stop; waiting for the last answers");
            stage.endCustomers();
            stage.endAgents();
            counted = tally.picture();
        }
        double lasted = (System.nanoTime() - started) / 1e9;
        StoredCounts stored = stored(server, config, organization.id(), run);
        boolean agrees = new Summary(counted, stored, lasted, console.out(), palette).print();
        console.out().println();
        Summary.nextSteps().forEach(console.out()::println);
        if (dataDirectory != null) {
            console.out().println("  ./strowger serve --data-dir " + dataDirectory + "   what this run left behind");
        }
        return agrees;
    }

    private void watch(Stage stage, Server.Places places, StopRequest stop, long started, Palette palette)
            throws InterruptedException {
        Watcher watcher =
                console.isTerminal() ? new ScreenWatcher(console.out(), palette) : new PlainWatcher(console.out());
        String where = "http " + places.httpPort() + "  tcp " + places.tcpPort();
        Thread restore = new Thread(watcher::close, "strowger-restore-terminal");
        Runtime.getRuntime().addShutdownHook(restore);
        try {
            double elapsed = 0;
            while (elapsed < seconds && !stop.await(pause(watcher, elapsed))) {
                elapsed = (System.nanoTime() - started) / 1e9;
                watcher.show(stage.picture(elapsed, seconds, where));
            }
        } finally {
            watcher.close();
            Runtime.getRuntime().removeShutdownHook(restore);
        }
    }

    private long pause(Watcher watcher, double elapsed) {
        return Math.max(1, Math.min(watcher.intervalMillis(), (long) ((seconds - elapsed) * 1_000)));
    }

    /** What PostgreSQL holds when it has caught up with the journal. */
    private StoredCounts stored(Server server, ServerConfig config, String organization, String run)
            throws IOException, InterruptedException, SQLException {
        String uri =
                Files.readString(config.dataDirectory().resolve("postgres.uri")).strip();
        long wanted = server.durableSequence();
        long deadline = System.nanoTime() + CATCH_UP_MILLIS * 1_000_000;
        while (StoredCounts.position(uri) < wanted && System.nanoTime() < deadline) {
            Thread.sleep(POLL_MILLIS);
        }
        return StoredCounts.read(uri, organization, run);
    }

    private void failed() {
        console.err().println("strowger: the engine failed and the demonstration ends");
        Runtime.getRuntime().halt(ExitCode.FAILED);
    }
}
