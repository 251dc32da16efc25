package io.strowger.bench.rig;

import io.strowger.engine.journal.JournalConfig;
import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the temporary journal of a run takes of a disk. */
final class DiskNeeds {
    /** A message's record beside its text, and its share of the records of agents and the clock. */
    private static final int BYTES_BESIDE_TEXT = 900;

    /** What is assumed for a run that goes as fast as it can. */
    private static final double FASTEST_PER_SECOND = 300_000;

    private DiskNeeds() {}

    /** Refuses a run whose journal would not fit. */
    static void check(RunPlan plan, Path directory) throws IOException {
        if (!plan.journal()) {
            return;
        }
        double seconds = plan.warmUp().plus(plan.measured()).toNanos() / 1e9;
        double perSecond = plan.pressure() == Pressure.SCHEDULED ? plan.perSecond() : FASTEST_PER_SECOND;
        long bytes = (long) (perSecond * seconds * (BYTES_BESIDE_TEXT + plan.textBytes()));
        long most = JournalConfig.DEFAULT_MAX_BYTES - 2L * JournalConfig.DEFAULT_SEGMENT_BYTES;
        if (bytes > most) {
            throw CommandFailure.failed("the journal of this run may take " + gibibytes(bytes) + ", a journal holds "
                    + gibibytes(most) + ": measure for a shorter time, or with --journal off");
        }
        long needed = bytes + JournalConfig.DEFAULT_MINIMUM_FREE_BYTES + 2L * JournalConfig.DEFAULT_SEGMENT_BYTES;
        long free = Files.getFileStore(directory).getUsableSpace();
        if (needed > free) {
            throw CommandFailure.failed("the journal of this run may take " + gibibytes(needed) + " and the disk of "
                    + directory.getParent() + " has " + gibibytes(free)
                    + " left: free some, name another directory with --data, or measure with --journal off");
        }
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1 << 30));
    }
}
