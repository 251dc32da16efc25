package io.strowger.bench.net;

import io.strowger.bench.rig.Schedule;
import io.strowger.bench.rig.Texts;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of load over the network; a picocli mixin. */
final class LoadOptions {
    private static final int MOST_CONNECTIONS = 10_000;
    private static final int MOST_DEPTH = 1_024;
    private static final int MOST_SECONDS = 3_600;
    private static final int MOST_RUNS = 100;
    private static final long SEED = 1891;

    /** How messages follow each other: the words on the command line. */
    private enum Shape {
        STEADY,
        POISSON,
        BURST
    }

    /** When answers are wanted: the words on the command line. */
    private enum Ack {
        DURABLE,
        DECIDED
    }

    @Option(
            names = "--target",
            paramLabel = "HOST:PORT",
            description = "A server that runs already; if not given, one is started for each run, and ended.")
    private @Nullable String target;

    @Option(names = "--token-file", paramLabel = "F", description = "The token for --target, such as data/admin.token.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "2000",
            description = "Messages a second (default ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--closed",
            description = "No rate: as fast as connections and depth allow, to find the throughput.")
    private boolean closed;

    @Option(
            names = "--shape",
            paramLabel = "S",
            defaultValue = "steady",
            description = "How messages follow each other: steady (default), poisson, or burst.")
    private Shape shape = Shape.STEADY;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "20",
            description = "How long is measured (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "10",
            description = "Seconds of the same load before that are not measured (default ${DEFAULT-VALUE}).")
    private int warmUpSeconds;

    @Option(
            names = "--connections",
            paramLabel = "C",
            description = "Connections: 4 for TCP, 32 for HTTP if not given.")
    private @Nullable Integer connections;

    @Option(
            names = "--depth",
            paramLabel = "D",
            description = "Unanswered messages a connection at most: 16 for TCP, 1 for HTTP if not given.")
    private @Nullable Integer depth;

    @Option(
            names = "--ack",
            paramLabel = "A",
            defaultValue = "durable",
            description = "When a message is answered: durable (default) or decided.")
    private Ack ack = Ack.DURABLE;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Runs, each with a server of its own unless --target is given (default ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--text-bytes",
            paramLabel = "B",
            defaultValue = "100",
            description = "About how long the texts are, in bytes of UTF-8 (default ${DEFAULT-VALUE}).")
    private int textBytes;

    @Option(names = "--config", paramLabel = "F", description = "The configuration of the server that is started.")
    private @Nullable Path config;

    @Option(
            names = "--data-dir",
            paramLabel = "D",
            description = "Where that server's temporary data goes; the journal's disk is part of what is measured.")
    private @Nullable Path dataDirectory;

    /** Checks what can be checked before anything is started. */
    void check() {
        between("--seconds", seconds, 1, MOST_SECONDS);
        between("--warm-up", warmUpSeconds, 0, MOST_SECONDS);
        between("--runs", runs, 1, MOST_RUNS);
        between("--connections", connections == null ? 1 : connections, 1, MOST_CONNECTIONS);
        between("--depth", depth == null ? 1 : depth, 1, MOST_DEPTH);
        if (target != null) {
            Target.parse(target);
            if (tokenFile == null) {
                throw CommandFailure.wrongCall("--target needs --token-file, the file with a token for that server");
            }
            if (config != null || dataDirectory != null) {
                throw CommandFailure.wrongCall("--config and --data-dir are for a server that is started here, not for"
                        + " one that --target names");
            }
        } else if (tokenFile != null) {
            throw CommandFailure.wrongCall("--token-file is for the server that --target names, and there is none");
        }
        FileLimit.check(Math.max(connections(Protocol.HTTP), connections(Protocol.TCP)));
        plan();
        Texts.load(textBytes, SEED);
    }

    private static void between(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw CommandFailure.wrongCall(option + " is " + value + ", it must be from " + least + " to " + most);
        }
    }

    @Nullable
    Target target() {
        return target == null ? null : Target.parse(target);
    }

    /** The token for {@link #target}. */
    String token(Console console) {
        Path file = tokenFile;
        if (file == null) {
            throw new IllegalStateException("there is no target");
        }
        try {
            return Files.readString(console.resolve(file)).strip();
        } catch (NoSuchFileException e) {
            throw CommandFailure.wrongCall("--token-file: there is no file " + file);
        } catch (IOException e) {
            throw CommandFailure.failed("the token file " + file + " cannot be read: " + e, e);
        }
    }

    /** The load of one run; each run needs its own. */
    LoadPlan plan() {
        return new LoadPlan(
                schedule(),
                Duration.ofSeconds(warmUpSeconds).toNanos(),
                Duration.ofSeconds(seconds).toNanos());
    }

    private @Nullable Schedule schedule() {
        if (closed) {
            return null;
        }
        return switch (shape) {
            case STEADY -> Schedule.steady(rate);
            case POISSON -> Schedule.poisson(rate, SEED);
            case BURST -> Schedule.burst(rate);
        };
    }

    NetworkLoad load(Protocol protocol) {
        return new NetworkLoad(
                protocol, connections(protocol), depth(protocol), ack == Ack.DECIDED, Texts.load(textBytes, SEED));
    }

    private int connections(Protocol protocol) {
        return connections == null ? protocol.usualConnections() : connections;
    }

    private int depth(Protocol protocol) {
        return depth == null ? protocol.usualDepth() : depth;
    }

    int runs() {
        return runs;
    }

    /** Where a server's temporary data goes. */
    Path dataDirectory(Console console) {
        return dataDirectory == null ? Path.of(System.getProperty("java.io.tmpdir")) : console.resolve(dataDirectory);
    }

    /** What {@code serve} is told beside the data directory and the ports. */
    List<String> serveArguments(Console console) {
        return config == null
                ? List.of()
                : List.of("--config", console.resolve(config).toString());
    }

    /** The load in words. */
    String inWords(Protocol protocol) {
        String load =
                closed ? "as fast as it goes" : String.format(Locale.ROOT, "%,.0f messages/s, %s", rate, word(shape));
        return load + " over " + protocol.name() + " with " + connections(protocol) + " connections of depth "
                + depth(protocol) + ", answers " + word(ack);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    boolean isClosed() {
        return closed;
    }

    double rate() {
        return rate;
    }
}
