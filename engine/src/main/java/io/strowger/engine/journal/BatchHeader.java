package io.strowger.engine.journal;

import io.strowger.engine.internal.LittleEndian;
import java.util.zip.CRC32C;

/**
 * The bytes before a batch of records, all numbers little-endian:
 *
 * <pre>
 *  0 magic            24 forced sequence        44 length of the records    56 offset in the file
 *  8 journal id       32 number of the segment  48 CRC-32C of the records   60 CRC-32C of the bytes before
 * 16 first sequence   40 record count           52 version
 * </pre>
 *
 * <p>The forced sequence says which record was the last durable one when this batch was written: it proves that everything
 * up to there was on the disk once. Journal id, segment and offset make sure that a header can't be taken for one that it
 * is not. Batches begin at multiples of {@link #ALIGNMENT}. Mutable and reused.
 */
final class BatchHeader {
    static final int BYTES = 64;
    static final int ALIGNMENT = 64;
    static final int VERSION = 1;

    /** {@code StrwBtch} */
    static final long MAGIC = 0x6863744277727453L;

    private static final int CHECKSUM = BYTES - Integer.BYTES;

    long journalId;
    long firstSequence;
    long forcedSequence;
    long segment;
    int recordCount;
    int length;
    int recordsChecksum;
    int version = VERSION;
    int offset;

    private final CRC32C crc = new CRC32C();

    /** The bytes that a batch of records takes in the file. */
    static int paddedBytes(int length) {
        return BYTES + length + (-length & (ALIGNMENT - 1));
    }

    void write(byte[] into) {
        LittleEndian.putLong(into, 0, MAGIC);
        LittleEndian.putLong(into, 8, journalId);
        LittleEndian.putLong(into, 16, firstSequence);
        LittleEndian.putLong(into, 24, forcedSequence);
        LittleEndian.putLong(into, 32, segment);
        LittleEndian.putInt(into, 40, recordCount);
        LittleEndian.putInt(into, 44, length);
        LittleEndian.putInt(into, 48, recordsChecksum);
        LittleEndian.putInt(into, 52, version);
        LittleEndian.putInt(into, 56, offset);
        LittleEndian.putInt(into, CHECKSUM, checksum(into, 0));
    }

    /** Returns whether these bytes are a header of that journal, at home where they were read. */
    boolean read(byte[] from, int index, long expectedJournalId, long expectedSegment, int expectedOffset) {
        if (LittleEndian.longAt(from, index) != MAGIC) {
            return false;
        }
        journalId = LittleEndian.longAt(from, index + 8);
        firstSequence = LittleEndian.longAt(from, index + 16);
        forcedSequence = LittleEndian.longAt(from, index + 24);
        segment = LittleEndian.longAt(from, index + 32);
        recordCount = LittleEndian.intAt(from, index + 40);
        length = LittleEndian.intAt(from, index + 44);
        recordsChecksum = LittleEndian.intAt(from, index + 48);
        version = LittleEndian.intAt(from, index + 52);
        offset = LittleEndian.intAt(from, index + 56);
        return journalId == expectedJournalId
                && segment == expectedSegment
                && offset == expectedOffset
                && LittleEndian.intAt(from, index + CHECKSUM) == checksum(from, index);
    }

    private int checksum(byte[] bytes, int index) {
        crc.reset();
        crc.update(bytes, index, CHECKSUM);
        return (int) crc.getValue();
    }
}
