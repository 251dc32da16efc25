package io.strowger.engine.journal;

import io.strowger.engine.internal.LittleEndian;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The first bytes of a segment file, written before it is used, all numbers little-endian:
 *
 * <pre>
 *  0 magic         16 number of the segment    28 version
 *  8 journal id    24 size of the file         60 CRC-32C of the bytes before
 * </pre>
 *
 * <p>Mutable and reused.
 */
final class SegmentHeader {
    static final int BYTES = 64;
    static final int VERSION = 1;

    /** {@code StrwSegm} */
    private static final long MAGIC = 0x6d67655377727453L;

    private static final int CHECKSUM = BYTES - Integer.BYTES;
    private static final String PREFIX = "segment-";
    private static final String SUFFIX = ".journal";

    long journalId;
    long number;
    int segmentBytes;
    int version;

    private final CRC32C crc = new CRC32C();

    /** The name of a segment's file. */
    static String fileName(long number) {
        String digits = Long.toString(number);
        return PREFIX + "0".repeat(Math.max(0, 10 - digits.length())) + digits + SUFFIX;
    }

    /** The number in the name of a segment's file; 0 for another file. */
    static long numberOf(String fileName) {
        if (!fileName.startsWith(PREFIX) || !fileName.endsWith(SUFFIX)) {
            return 0;
        }
        String digits = fileName.substring(PREFIX.length(), fileName.length() - SUFFIX.length());
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return Long.parseLong(digits);
    }

    /**
     * Reads a segment's header and verifies it and the file's size.
     *
     * @param expectedJournalId the journal that it must belong to, 0 for any
     * @throws JournalException when something is not as it must be
     */
    static SegmentHeader verify(JournalFile file, String path, long expectedNumber, long expectedJournalId)
            throws IOException {
        SegmentHeader header = new SegmentHeader();
        byte[] bytes = new byte[BYTES];
        if (file.read(ByteBuffer.wrap(bytes), 0) < BYTES || !header.read(bytes)) {
            throw JournalException.damaged(path, 0, "no segment of a journal begins there");
        }
        if (header.version > VERSION) {
            throw JournalException.newer(path, 0, header.version, VERSION);
        }
        if (header.number != expectedNumber) {
            throw JournalException.damaged(path, 0, "it was segment " + header.number + " under another name");
        }
        if (expectedJournalId != 0 && header.journalId != expectedJournalId) {
            throw JournalException.damaged(path, 0, "it belongs to another journal");
        }
        if (header.segmentBytes < BYTES || file.size() < header.segmentBytes) {
            throw JournalException.damaged(
                    path, file.size(), "it ends there and had " + header.segmentBytes + " bytes");
        }
        return header;
    }

    void write(byte[] into) {
        LittleEndian.putLong(into, 0, MAGIC);
        LittleEndian.putLong(into, 8, journalId);
        LittleEndian.putLong(into, 16, number);
        LittleEndian.putInt(into, 24, segmentBytes);
        LittleEndian.putInt(into, 28, VERSION);
        LittleEndian.putInt(into, CHECKSUM, checksum(into));
    }

    /** Returns whether these bytes are a header. */
    boolean read(byte[] from) {
        journalId = LittleEndian.longAt(from, 8);
        number = LittleEndian.longAt(from, 16);
        segmentBytes = LittleEndian.intAt(from, 24);
        version = LittleEndian.intAt(from, 28);
        return LittleEndian.longAt(from, 0) == MAGIC && LittleEndian.intAt(from, CHECKSUM) == checksum(from);
    }

    private int checksum(byte[] bytes) {
        crc.reset();
        crc.update(bytes, 0, CHECKSUM);
        return (int) crc.getValue();
    }
}
