package io.strowger.engine.journal;

import io.strowger.engine.internal.LittleEndian;
import io.strowger.engine.journal.BatchReader.Found;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordView;
import java.io.IOException;

/**
 * Reads the durable part of the journal's files. It looks at nothing of the writer but the position up to which everything
 * is durable, so it reads only bytes that change no more. Allocates when it goes to another segment, else nothing.
 */
final class SegmentReader implements JournalReader {
    private final Journal journal;
    private final BatchReader batches;
    private int offset = Segment.FIRST_OFFSET;
    private int recordAt;
    private int recordsLeft;
    private long expected;
    private long next;
    private boolean closed;

    /**
     * @param journal tells where the durable part ends
     * @param batches reads this journal's segments
     * @param segment where to begin
     * @param firstSequence with which sequence that segment begins
     * @param fromSequence the record to hand out first
     */
    SegmentReader(Journal journal, BatchReader batches, long segment, long firstSequence, long fromSequence) {
        this.journal = journal;
        this.batches = batches;
        this.expected = firstSequence;
        this.next = fromSequence;
        open(segment);
    }

    @Override
    public boolean next(RecordView view) {
        if (closed) {
            throw new IllegalStateException("the journal's reader is closed");
        }
        while (recordsLeft > 0 || nextBatch()) {
            byte[] array = batches.array();
            int at = recordAt;
            recordAt += LittleEndian.intAt(array, at + RecordLayout.LENGTH);
            recordsLeft--;
            if (LittleEndian.longAt(array, at + RecordLayout.SEQUENCE) >= next) {
                view.wrap(array, at);
                next++;
                return true;
            }
        }
        return false;
    }

    @Override
    public long nextSequence() {
        return next;
    }

    @Override
    public void close() {
        closed = true;
        try {
            batches.close();
        } catch (IOException e) {
            throw JournalException.failed("close", batches.path(), e);
        }
    }

    private boolean nextBatch() {
        long durable = journal.durablePosition();
        while (true) {
            boolean last = batches.segment() == LogPosition.segment(durable);
            int limit = last ? LogPosition.offset(durable) : batches.segmentBytes();
            if (last && offset >= limit) {
                return false;
            }
            switch (read(limit)) {
                case BATCH -> {
                    recordAt = batches.recordsAt(offset);
                    recordsLeft = batches.header().recordCount;
                    expected += recordsLeft;
                    offset += BatchHeader.paddedBytes(batches.header().length);
                    return true;
                }
                case DAMAGE -> throw JournalException.damaged(batches.path(), offset, batches.problem());
                case NOTHING -> {
                    if (last) {
                        throw JournalException.damaged(batches.path(), offset, "record " + expected + " is not there");
                    }
                    open(batches.segment() + 1);
                }
            }
        }
    }

    private Found read(int limit) {
        try {
            return batches.read(offset, limit, expected);
        } catch (IOException e) {
            throw JournalException.failed("read", batches.path(), e);
        }
    }

    private void open(long segment) {
        journal.requireKept(segment, expected);
        try {
            batches.open(segment);
            offset = Segment.FIRST_OFFSET;
        } catch (IOException e) {
            throw JournalException.failed("open", batches.path(), e);
        }
    }
}
