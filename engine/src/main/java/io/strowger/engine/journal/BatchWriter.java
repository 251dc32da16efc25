package io.strowger.engine.journal;

import io.strowger.engine.internal.LittleEndian;
import io.strowger.engine.record.RecordLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Collects records behind a batch header in a buffer and writes them to the current segment. A batch that outgrows the
 * buffer is written in several, of which only the last is followed by a force. Owned by the committing thread; allocates
 * nothing but when it goes to the next segment.
 */
final class BatchWriter {
    private final SegmentSupply supply;
    private final SegmentIndex.Holder index;
    private final ByteBuffer buffer;
    private final byte[] headerBytes = new byte[BatchHeader.BYTES];
    private final BatchHeader header = new BatchHeader();
    private final CRC32C recordCrc = new CRC32C();
    private final CRC32C batchCrc = new CRC32C();
    private Segment segment;
    private int offset;
    private int recordCount;
    private long appended;
    private long forced;

    /**
     * @param segment where to go on
     * @param offset from which byte on
     * @param lastSequence the last record before, which is durable
     */
    BatchWriter(
            SegmentSupply supply,
            SegmentIndex.Holder index,
            int batchBytes,
            long journalId,
            Segment segment,
            int offset,
            long lastSequence) {
        this.supply = supply;
        this.index = index;
        this.buffer = ByteBuffer.allocateDirect(batchBytes);
        this.segment = segment;
        this.offset = offset;
        this.appended = lastSequence;
        this.forced = lastSequence;
        header.journalId = journalId;
        begin();
    }

    /** The sequence of the last appended record. */
    long appended() {
        return appended;
    }

    /** Everything before this is written; after {@link #force} it is durable. */
    long position() {
        return LogPosition.of(segment.number(), offset);
    }

    /** Fills the record's checksum and takes the record into the batch. */
    void append(byte[] record, int at, int length) throws IOException {
        if (BatchHeader.paddedBytes(length) > segment.bytes() - Segment.FIRST_OFFSET) {
            throw new IllegalArgumentException("the record has " + length + " bytes and a segment " + segment.bytes()
                    + ": set journal.segment-bytes to more");
        }
        int checkedFrom = at + RecordLayout.CHECKED_FROM;
        recordCrc.reset();
        recordCrc.update(record, checkedFrom, length - RecordLayout.CHECKED_FROM);
        LittleEndian.putInt(record, at + RecordLayout.CHECKSUM, (int) recordCrc.getValue());

        int together = buffer.position() - BatchHeader.BYTES + length;
        if (length > buffer.remaining() || BatchHeader.paddedBytes(together) > segment.bytes() - offset) {
            write();
        }
        if (recordCount == 0 && BatchHeader.paddedBytes(length) > segment.bytes() - offset) {
            roll();
        }
        if (length > buffer.remaining()) {
            writeLarge(record, at, length);
            return;
        }
        buffer.put(record, at, length);
        batchCrc.update(record, at, length);
        recordCount++;
        appended++;
    }

    /** Writes what the buffer holds. */
    void write() throws IOException {
        if (recordCount == 0) {
            return;
        }
        int length = buffer.position() - BatchHeader.BYTES;
        sealHeader(length, recordCount);
        buffer.put(0, headerBytes);
        // The padding is whatever an earlier batch left in the buffer: nothing reads it, recovery skips it.
        buffer.flip().limit(Math.min(buffer.capacity(), BatchHeader.paddedBytes(length)));
        segment.file().write(buffer, offset);
        offset += BatchHeader.paddedBytes(length);
        begin();
    }

    /** Makes everything written durable. */
    void force() throws IOException {
        segment.file().force();
        forced = appended;
    }

    void close() throws IOException {
        segment.file().close();
    }

    private void begin() {
        buffer.clear().position(BatchHeader.BYTES);
        batchCrc.reset();
        recordCount = 0;
    }

    private void sealHeader(int length, int count) {
        header.firstSequence = appended - count + 1;
        header.forcedSequence = forced;
        header.segment = segment.number();
        header.recordCount = count;
        header.length = length;
        header.recordsChecksum = (int) batchCrc.getValue();
        header.offset = offset;
        header.write(headerBytes);
    }

    /** A batch of one record that is larger than the buffer: goes through it in pieces. */
    private void writeLarge(byte[] record, int at, int length) throws IOException {
        batchCrc.update(record, at, length);
        appended++;
        sealHeader(length, 1);
        buffer.clear().put(headerBytes);
        int position = offset;
        for (int done = 0; done < length; ) {
            int piece = Math.min(buffer.remaining(), length - done);
            buffer.put(record, at + done, piece);
            done += piece;
            position += writePiece(position);
        }
        offset += BatchHeader.paddedBytes(length);
        begin();
    }

    private int writePiece(int position) throws IOException {
        int bytes = buffer.flip().limit();
        segment.file().write(buffer, position);
        buffer.clear();
        return bytes;
    }

    /** Goes to the next segment, so that only the last segment with records can have any that are not durable. */
    private void roll() throws IOException {
        force();
        Segment next = supply.take();
        index.add(next.number(), appended + 1, segment.bytes());
        segment.file().close();
        segment = next;
        offset = Segment.FIRST_OFFSET;
    }
}
