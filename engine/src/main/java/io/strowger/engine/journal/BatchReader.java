package io.strowger.engine.journal;

import io.strowger.engine.internal.LittleEndian;
import io.strowger.engine.record.RecordLayout;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.zip.CRC32C;

/**
 * Reads the batches of segment files, one segment at a time, through a large buffer, and verifies all that can be. Owned by
 * one thread; allocates only when it opens a segment or a batch outgrows the buffer.
 */
final class BatchReader implements Closeable {
    /** What stands at an offset. */
    enum Found {
        /** A batch, whole and of the expected sequence. */
        BATCH,
        /** Zeros, or too few bytes for a batch. */
        NOTHING,
        /** Something else: {@link #problem} says what. */
        DAMAGE
    }

    private static final int CHUNK_BYTES = 1 << 20;

    private final JournalStorage storage;
    private final long journalId;
    private final BatchHeader header = new BatchHeader();
    private final CRC32C crc = new CRC32C();
    private JournalFile file = NoFile.INSTANCE;
    private long segment;
    private int segmentBytes;
    private String path = "";
    private byte[] buffer = {};
    private ByteBuffer view = ByteBuffer.wrap(buffer);
    private int bufferedFrom;
    private int bufferedTo;
    private String problem = "";

    BatchReader(JournalStorage storage, long journalId) {
        this.storage = storage;
        this.journalId = journalId;
    }

    /**
     * Goes to a segment and verifies its header.
     *
     * @throws JournalException when it is damaged, of a later version or of another journal
     */
    void open(long number) throws IOException {
        close();
        String name = SegmentHeader.fileName(number);
        path = storage.path(name);
        segment = number;
        bufferedFrom = 0;
        bufferedTo = 0;
        try {
            file = storage.openToRead(name);
        } catch (NoSuchFileException gone) {
            throw JournalException.missing(path);
        }
        segmentBytes = SegmentHeader.verify(file, path, number, journalId).segmentBytes;
    }

    long segment() {
        return segment;
    }

    int segmentBytes() {
        return segmentBytes;
    }

    /** The segment's file as the operator knows it. */
    String path() {
        return path;
    }

    /** What is wrong where {@link Found#DAMAGE} was found. */
    String problem() {
        return problem;
    }

    /** The header of the batch found. */
    BatchHeader header() {
        return header;
    }

    /** The array that has the records of the batch found, until the next read. */
    byte[] array() {
        return buffer;
    }

    /** Where in {@link #array} the records of a batch begin that was found at an offset of the file. */
    int recordsAt(int offset) {
        return offset - bufferedFrom + BatchHeader.BYTES;
    }

    /**
     * Looks at what stands at an offset.
     *
     * @param limit nothing from there on is read
     * @param expectedSequence the sequence that a batch there must begin with, or -1 for any
     * @throws JournalException for a batch that is whole, but of a later version or wrong within
     */
    Found read(int offset, int limit, long expectedSequence) throws IOException {
        if (limit - offset < BatchHeader.BYTES || !buffered(offset, BatchHeader.BYTES, limit)) {
            return Found.NOTHING;
        }
        int at = offset - bufferedFrom;
        if (isZero(at, BatchHeader.BYTES)) {
            return Found.NOTHING;
        }
        if (!header.read(buffer, at, journalId, segment, offset)) {
            return damage("no batch of this journal begins there");
        }
        if (header.version > BatchHeader.VERSION) {
            throw JournalException.newer(path, offset, header.version, BatchHeader.VERSION);
        }
        if (expectedSequence >= 0 && header.firstSequence != expectedSequence) {
            return damage("sequence " + header.firstSequence + " stands where " + expectedSequence + " belongs");
        }
        int length = header.length;
        if (length <= 0 || length > limit - offset - BatchHeader.BYTES) {
            return damage("a batch of " + length + " bytes does not fit");
        }
        if (!buffered(offset, BatchHeader.BYTES + length, limit)) {
            return damage("the file ends within a batch");
        }
        crc.reset();
        crc.update(buffer, recordsAt(offset), length);
        if ((int) crc.getValue() != header.recordsChecksum) {
            return damage("the checksum of a batch of " + length + " bytes does not match");
        }
        verifyRecords(offset, length);
        return Found.BATCH;
    }

    /** Whether a whole header stands at an offset that proves that a sequence was durable when it was written. */
    boolean proves(int offset, long sequence) throws IOException {
        return buffered(offset, BatchHeader.BYTES, segmentBytes)
                && header.read(buffer, offset - bufferedFrom, journalId, segment, offset)
                && header.forcedSequence >= sequence;
    }

    /** The first byte from an offset on that is not zero, or the segment's size. */
    int firstNonZero(int from) throws IOException {
        for (int offset = from; offset < segmentBytes; offset = bufferedTo) {
            if (!buffered(offset, 1, segmentBytes)) {
                break;
            }
            for (int at = offset - bufferedFrom; at < bufferedTo - bufferedFrom; at++) {
                if (buffer[at] != 0) {
                    return bufferedFrom + at;
                }
            }
        }
        return segmentBytes;
    }

    @Override
    public void close() throws IOException {
        JournalFile open = file;
        file = NoFile.INSTANCE;
        open.close();
    }

    private Found damage(String what) {
        problem = what;
        return Found.DAMAGE;
    }

    /** The checksum of the batch matched: what is wrong from here on was written wrong. */
    private void verifyRecords(int offset, int length) {
        int at = recordsAt(offset);
        int left = length;
        for (int index = 0; index < header.recordCount; index++) {
            int recordLength = left < RecordLayout.HEADER_BYTES ? 0 : LittleEndian.intAt(buffer, at);
            if (recordLength < RecordLayout.HEADER_BYTES || recordLength > left) {
                throw damagedAt(at, "a record of " + recordLength + " bytes in the " + left + " that are left");
            }
            int version = buffer[at + RecordLayout.VERSION_AT] & 0xff;
            if (version > RecordLayout.VERSION) {
                throw JournalException.newer(path, bufferedFrom + at, version, RecordLayout.VERSION);
            }
            crc.reset();
            crc.update(buffer, at + RecordLayout.CHECKED_FROM, recordLength - RecordLayout.CHECKED_FROM);
            if ((int) crc.getValue() != LittleEndian.intAt(buffer, at + RecordLayout.CHECKSUM)) {
                throw damagedAt(at, "the checksum of a record does not match");
            }
            if (LittleEndian.longAt(buffer, at + RecordLayout.SEQUENCE) != header.firstSequence + index) {
                throw damagedAt(at, "a record has the wrong sequence");
            }
            at += recordLength;
            left -= recordLength;
        }
        if (left != 0 || header.recordCount <= 0) {
            throw damagedAt(at, left + " bytes too many in a batch of " + header.recordCount + " records");
        }
    }

    private JournalException damagedAt(int at, String what) {
        return JournalException.damaged(path, bufferedFrom + at, what);
    }

    private boolean isZero(int at, int length) {
        for (int index = at; index < at + length; index++) {
            if (buffer[index] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Makes sure that bytes of the file are in the buffer; false when the file ends before. */
    private boolean buffered(int offset, int length, int limit) throws IOException {
        if (offset >= bufferedFrom && offset + length <= bufferedTo) {
            return true;
        }
        int wanted = Math.max(length, Math.min(CHUNK_BYTES, segmentBytes));
        if (wanted > buffer.length) {
            buffer = new byte[wanted];
            view = ByteBuffer.wrap(buffer);
        }
        view.clear().limit(Math.min(buffer.length, limit - offset));
        bufferedFrom = offset;
        bufferedTo = offset;
        bufferedTo += file.read(view, offset);
        return offset + length <= bufferedTo;
    }
}
