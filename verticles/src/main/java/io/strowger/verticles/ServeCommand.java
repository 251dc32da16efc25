package io.strowger.verticles;

import io.strowger.verticles.cli.ConfigOptions;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.strowger.verticles.cli.Version;
import io.strowger.verticles.config.ServerConfig;
import io.strowger.verticles.logging.Logging;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the server, until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Run the server: HTTP and WebSocket on 8080, TCP on 7070, for this machine only.",
            "It starts a PostgreSQL and a Redis of its own in the data directory, unless the configuration names yours. "
                    + "An empty data directory begins with the demo organization."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger serve",
            "  ./strowger serve --data-dir /var/lib/strowger --http-port 8081",
            "  STROWGER_POSTGRES_URI=postgresql://strowger@db/strowger ./strowger serve",
            "",
            "SIGTERM or Ctrl-C answers and commits what was taken, then ends; a second one ends at once."
        })
public final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final Duration LAST_ANSWERS = Duration.ofMillis(200);
    private static final Duration FAILURE_PATIENCE = Duration.ofMillis(900);
    private static final long STOP_RESERVE_MILLIS = 5_000;

    private final Console console;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    @Option(
            names = "--http-port",
            paramLabel = "N",
            description = "The port of HTTP and WebSocket; 0 for any free one.")
    private @Nullable String httpPort;

    @Option(names = "--tcp-port", paramLabel = "N", description = "The port of TCP; 0 for any free one.")
    private @Nullable String tcpPort;

    private volatile @Nullable Server running;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        StopRequest stop = StopRequest.listen(console.err());
        ServerConfig config = configOptions.load(console, given());
        Logging.apply(config.log());
        config.effective().forEach(line -> LOG.debug("configuration: {}", line));
        config.notes().forEach(note -> console.err().println("strowger: note: " + note));
        Server server = Wiring.start(config, this::progress, this::failed);
        running = server;
        stop.arm();
        announce(server.places(), console.out());
        stop.await();
        console.err().println("strowger: stopping; what was taken is answered and committed first");
        haltLater(config.shutdownTimeout().toMillis() + STOP_RESERVE_MILLIS, "the stop took too long");
        boolean isClean = server.stop();
        console.err().println(isClean ? "strowger: stopped" : "strowger: stopped, but not in order; the log says more");
        return isClean ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Map<String, String> given() {
        Map<String, String> options = new LinkedHashMap<>();
        if (httpPort != null) {
            options.put("http.port", httpPort);
        }
        if (tcpPort != null) {
            options.put("tcp.port", tcpPort);
        }
        return options;
    }

    private void progress(String text) {
        console.err().println("strowger: " + text);
    }

    /** A stage of the engine failed: what is durable is safe, the state is rebuilt from it by the next start. */
    private void failed() {
        console.err()
                .println(
                        "strowger: the engine failed and the server ends (the log says where); start it again: nothing "
                                + "that was acknowledged is lost, and what was not is to be sent again with the same id");
        haltLater(FAILURE_PATIENCE.toMillis(), null);
        sleep(LAST_ANSWERS);
        Server server = running;
        if (server != null) {
            server.stopStores();
        }
        Runtime.getRuntime().halt(ExitCode.FAILED);
    }

    private void haltLater(long millis, @Nullable String reason) {
        Thread thread = new Thread(
                () -> {
                    sleep(Duration.ofMillis(millis));
                    if (reason != null) {
                        console.err()
                                .println("strowger: " + reason + " and is cut short; nothing acknowledged is lost");
                    }
                    Runtime.getRuntime().halt(ExitCode.FAILED);
                },
                "strowger-last-resort");
        thread.setDaemon(true);
        thread.start();
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void announce(Server.Places places, PrintStream out) {
        String http = places.httpHost() + ":" + places.httpPort();
        out.println("Strowger " + Version.name() + " is ready after " + sinceStart() + " with the organization '"
                + places.organization() + "'" + recovered(places.recovered()));
        out.println("  HTTP        http://" + http + "/api/v1  (health: /health/ready, metrics: /metrics)");
        out.println("  WebSocket   ws://" + http + "/api/v1/agent");
        out.println("  TCP         " + places.tcpHost() + ":" + places.tcpPort()
                + "  (one JSON object a line, the token first)");
        out.println("  PostgreSQL  " + places.postgres());
        out.println("  Redis       " + places.redis());
        out.println("  Token       " + places.adminToken());
        out.flush();
    }

    private static String recovered(long records) {
        return records == 0 ? "" : String.format(Locale.ROOT, "; %,d records recovered", records);
    }

    private static String sinceStart() {
        Instant now = Instant.now();
        Duration taken =
                Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
        return String.format(Locale.ROOT, "%.2f s", taken.toMillis() / 1e3);
    }
}
