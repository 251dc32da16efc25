package io.strowger.bench.rig;

import io.strowger.engine.pipeline.Topology;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for what a load is and what it meets; a picocli mixin. */
final class LoadOptions {
    private static final int LONGEST_SECONDS = 24 * 60 * 60;

    @Option(
            names = "--topology",
            paramLabel = "auto|compact|dedicated",
            description = "How the engine's stages share threads (default: auto, compact on up to four cores).")
    private Topology topology = Topology.AUTO;

    @Option(
            names = "--ack",
            paramLabel = "decided|durable",
            description = "What the answers wait for (default: durable, the disk).")
    private Ack ack = Ack.DURABLE;

    @Option(
            names = "--journal",
            paramLabel = "on|off",
            description = "Whether there is a disk (default: on). Off, the journal's bytes are made and thrown away.")
    private Toggle journal = Toggle.ON;

    @Option(
            names = "--analysis",
            paramLabel = "on|off",
            description = "Whether the texts are understood, by all models (default: on).")
    private Toggle analysis = Toggle.ON;

    @Option(
            names = "--shape",
            paramLabel = "steady|poisson|burst|skew",
            description = "How the load is spread (default: steady). burst: ten times the rate for 10 ms in 100; "
                    + "skew: a few conversations have the most messages (Zipf), at independent moments.")
    private Shape shape = Shape.STEADY;

    @Option(
            names = "--warmup",
            paramLabel = "SECONDS",
            description = "How long the load runs before it is measured (default: 5).")
    private int warmUpSeconds = 5;

    @Option(
            names = "--gc",
            paramLabel = "g1|zgc|parallel",
            description = "The garbage collector of the measured process (default: g1).")
    private Collector collector = Collector.G1;

    @Option(
            names = "--texts",
            paramLabel = "BYTES",
            description = "Length of the messages' texts, UTF-8 (default: 100).")
    private int textBytes = Texts.USUAL_BYTES;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Chooses texts, conversations and random distances (default: 1).")
    private long seed = 1;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the temporary journals are made, on the disk that is to be measured "
                    + "(default: the system's directory for temporary files).")
    private @Nullable Path data;

    /** Refuses what can't be measured, before anything is. */
    RunPlan plan(Pressure pressure, double perSecond, int seconds, boolean bareRing) {
        between("--seconds", seconds, 1, LONGEST_SECONDS);
        between("--warmup", warmUpSeconds, 0, LONGEST_SECONDS);
        Texts.load(textBytes, seed);
        return new RunPlan(
                pressure,
                perSecond,
                Duration.ofSeconds(warmUpSeconds),
                Duration.ofSeconds(seconds),
                topology.resolve(Runtime.getRuntime().availableProcessors()),
                ack == Ack.DURABLE,
                journal == Toggle.ON,
                analysis == Toggle.ON,
                shape,
                textBytes,
                seed,
                bareRing);
    }

    Collector collector() {
        return collector;
    }

    /** Where temporary journals are made. */
    Path data(Console console) {
        Path directory = data == null ? Path.of(System.getProperty("java.io.tmpdir")) : console.resolve(data);
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw CommandFailure.failed("temporary journals cannot be made in " + directory
                    + ": it is no directory that can be written; name another one with --data");
        }
        return directory;
    }

    static void between(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw CommandFailure.wrongCall(option + " is " + value + ", it must be " + least + " to " + most);
        }
    }

    private enum Ack {
        DECIDED,
        DURABLE
    }

    private enum Toggle {
        ON,
        OFF
    }
}
