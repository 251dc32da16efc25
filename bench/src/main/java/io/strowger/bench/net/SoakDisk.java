package io.strowger.bench.net;

import io.strowger.engine.journal.JournalConfig;
import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a soak takes of a disk. */
final class SoakDisk {
    /** A message's records in the journal, beside its text. */
    private static final int JOURNAL_BYTES_BESIDE_TEXT = 900;

    /** A message's rows, their indexes, and its share of a write-ahead log. */
    private static final int STORE_BYTES_BESIDE_TEXT = 2_200;

    /** What a new server takes: a journal's first segments, PostgreSQL's cluster and the log that it keeps. */
    private static final long FIRST_BYTES = 1_500L << 20;

    private SoakDisk() {}

    /**
     * Refuses a soak that would not fit.
     *
     * @param messages how many will be sent
     * @param parent where the server's data is going to be
     */
    static void check(double messages, int textBytes, Path parent) throws IOException {
        check(messages, textBytes, parent, Files.getFileStore(existing(parent)).getUsableSpace());
    }

    /** As {@link #check(double, int, Path)}, with so many bytes free. */
    static void check(double messages, int textBytes, Path parent, long free) {
        long journal = (long) (messages * (JOURNAL_BYTES_BESIDE_TEXT + textBytes));
        long most = JournalConfig.DEFAULT_MAX_BYTES - 2L * JournalConfig.DEFAULT_SEGMENT_BYTES;
        if (journal > most) {
            throw CommandFailure.failed("the journal of this soak may take " + gibibytes(journal)
                    + ", and a journal holds " + gibibytes(most) + ": take fewer minutes or a lower rate");
        }
        long needed = journal
                + (long) (messages * (STORE_BYTES_BESIDE_TEXT + textBytes))
                + FIRST_BYTES
                + JournalConfig.DEFAULT_MINIMUM_FREE_BYTES;
        if (needed > free) {
            throw CommandFailure.failed("this soak may take " + gibibytes(needed) + " of the disk of " + parent
                    + ", which has " + gibibytes(free)
                    + " left: free some, name another directory with --data-dir, or take fewer minutes");
        }
    }

    /** The directory itself, or the one above it in which it will be made. */
    private static Path existing(Path directory) {
        Path found = directory.toAbsolutePath();
        while (!Files.exists(found) && found.getParent() != null) {
            found = found.getParent();
        }
        return found;
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1 << 30));
    }
}
