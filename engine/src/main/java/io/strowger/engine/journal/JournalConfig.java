package io.strowger.engine.journal;

import java.nio.file.Path;

/**
 * Where the journal lives and how much it may take.
 *
 * @param directory its directory, made when there is none; one running process each
 * @param segmentBytes size of a segment file, 64 KiB to 1 GiB in pages of 4 KiB; a record has to fit into one
 * @param batchBytes size of the buffer that collects a batch, 4 KiB to 64 MiB; more than that is written in several steps
 * @param maxBytes what all segments together may hold before {@link Journal#hasRoom} refuses, at least four segments
 * @param minimumFreeBytes what must stay free on the disk, else {@link Journal#hasRoom} refuses
 */
public record JournalConfig(Path directory, int segmentBytes, int batchBytes, long maxBytes, long minimumFreeBytes) {
    public static final int DEFAULT_SEGMENT_BYTES = 64 << 20;
    public static final int DEFAULT_BATCH_BYTES = 1 << 20;
    public static final long DEFAULT_MAX_BYTES = 16L << 30;
    public static final long DEFAULT_MINIMUM_FREE_BYTES = 256L << 20;

    private static final int PAGE_BYTES = 4 << 10;
    private static final int LEAST_SEGMENT_BYTES = 64 << 10;
    private static final int MOST_SEGMENT_BYTES = 1 << 30;
    private static final int LEAST_BATCH_BYTES = 4 << 10;
    private static final int MOST_BATCH_BYTES = 64 << 20;
    private static final int LEAST_SEGMENTS = 4;

    public JournalConfig {
        between("journal.segment-bytes", segmentBytes, LEAST_SEGMENT_BYTES, MOST_SEGMENT_BYTES);
        if (segmentBytes % PAGE_BYTES != 0) {
            throw new IllegalArgumentException(
                    "journal.segment-bytes is " + segmentBytes + ", it must be a multiple of " + PAGE_BYTES);
        }
        between("journal.batch-bytes", batchBytes, LEAST_BATCH_BYTES, MOST_BATCH_BYTES);
        between("journal.max-bytes", maxBytes, (long) LEAST_SEGMENTS * segmentBytes, Long.MAX_VALUE);
        between("journal.minimum-free-bytes", minimumFreeBytes, 0, Long.MAX_VALUE);
    }

    /** The defaults, in a directory. */
    public static JournalConfig in(Path directory) {
        return new JournalConfig(
                directory, DEFAULT_SEGMENT_BYTES, DEFAULT_BATCH_BYTES, DEFAULT_MAX_BYTES, DEFAULT_MINIMUM_FREE_BYTES);
    }

    private static void between(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " is " + value + ", it must be " + least
                    + (most == Long.MAX_VALUE ? " or more" : " to " + most));
        }
    }
}
