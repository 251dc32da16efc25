package io.strowger.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Makes segment files: under a temporary name, filled with zeros and forced, so that neither the disk nor the file system
 * has anything left to decide when records are written. Used by one thread at a time.
 */
final class SegmentMaker {
    static final String PREPARING_SUFFIX = ".preparing";

    private static final int STEP_BYTES = 256 << 10;

    private final JournalStorage storage;
    private final long journalId;
    private final int segmentBytes;

    SegmentMaker(JournalStorage storage, long journalId, int segmentBytes) {
        this.storage = storage;
        this.journalId = journalId;
        this.segmentBytes = segmentBytes;
    }

    /** Makes a segment; whatever an earlier attempt left behind is removed first. */
    Segment make(long number) throws IOException {
        String name = SegmentHeader.fileName(number);
        String preparing = name + PREPARING_SUFFIX;
        if (storage.list().contains(preparing)) {
            storage.delete(preparing);
        }
        JournalFile file = storage.create(preparing);
        boolean done = false;
        try {
            fill(file, number);
            storage.rename(preparing, name);
            storage.forceDirectory();
            done = true;
            return new Segment(number, file, segmentBytes);
        } finally {
            if (!done) {
                file.close();
            }
        }
    }

    private void fill(JournalFile file, long number) throws IOException {
        SegmentHeader header = new SegmentHeader();
        header.journalId = journalId;
        header.number = number;
        header.segmentBytes = segmentBytes;
        byte[] bytes = new byte[SegmentHeader.BYTES];
        header.write(bytes);

        ByteBuffer buffer = ByteBuffer.allocateDirect(STEP_BYTES);
        buffer.put(0, bytes);
        for (int offset = 0; offset < segmentBytes; offset += STEP_BYTES) {
            buffer.clear().limit(Math.min(STEP_BYTES, segmentBytes - offset));
            file.write(buffer, offset);
            // In steps: the committing thread's force must not wait behind a whole segment of zeros.
            file.force();
            if (offset == 0) {
                buffer.put(0, new byte[SegmentHeader.BYTES]);
            }
        }
    }
}
