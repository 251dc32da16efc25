package io.strowger.bench.report;

import io.strowger.verticles.cli.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a measurement was taken on.
 *
 * @param takenAt with the offset from UTC, to the second
 * @param machine the hardware and the operating system
 * @param java the virtual machine that measures
 * @param build which Strowger
 */
public record Environment(OffsetDateTime takenAt, Machine machine, JavaMachine java, Build build) {
    private static final int SHARED_CORES = 4;

    /** Reads it now. Takes some milliseconds, most of them for git. */
    public static Environment take(Console console, Clock clock) {
        return new Environment(
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS),
                MachineProbe.ofThisMachine(console.home()).take(),
                JavaMachine.take(console.home()),
                Build.take(console.home()));
    }

    /**
     * Why absolute figures from here are no more than indicative: few cores, which the load shares with what it measures,
     * or neighbours.
     *
     * @return a sentence; null on a machine of its own with enough cores
     */
    public @Nullable String indication() {
        boolean isSmall = machine.cores() <= SHARED_CORES;
        if (!isSmall && !machine.virtual()) {
            return null;
        }
        String cores = machine.cores() + (machine.cores() == 1 ? " core" : " cores");
        String where = machine.virtual() ? cores + " of a virtual machine" : cores;
        String why = isSmall
                ? "the load and what it measures share them"
                : "neighbours on the same hardware cannot be seen from inside";
        return "Indicative: measured on " + where + ", and " + why + "; ratios hold, absolute figures are those of this"
                + " machine.";
    }

    /**
     * The hardware and the operating system; null where it cannot be read.
     *
     * @param cores that this process may use
     * @param memoryBytes of the machine
     * @param kernel name and release
     * @param governor of the first core's frequency
     * @param virtual whether a hypervisor runs below
     * @param containerCores the limit that a container sets; null when there is none
     * @param containerMemoryBytes the same for memory
     * @param loadAverage of the minute before
     * @param freeDiskBytes where Strowger is
     */
    public record Machine(
            @Nullable String cpu,
            int cores,
            @Nullable Long memoryBytes,
            String kernel,
            @Nullable String governor,
            boolean virtual,
            @Nullable Double containerCores,
            @Nullable Long containerMemoryBytes,
            @Nullable Double loadAverage,
            @Nullable Long freeDiskBytes) {}

    /**
     * Which Strowger.
     *
     * @param commit null outside a git repository
     * @param dirty whether files differed from the commit; results do not count
     */
    public record Build(
            String version,
            @Nullable String commit,
            @Nullable Boolean dirty) {
        static Build take(Path home) {
            return GitProbe.take(home);
        }
    }
}
