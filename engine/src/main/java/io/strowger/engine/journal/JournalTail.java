package io.strowger.engine.journal;

import io.strowger.engine.internal.LittleEndian;
import io.strowger.engine.journal.BatchReader.Found;
import io.strowger.engine.record.RecordLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Finds the end of a journal when it is opened. The pages of a batch that was not forced can reach the disk in any order,
 * so behind the last whole batch anything may stand: unless a header behind it proves that it was durable once, it is a
 * torn tail, answered to nobody, and is overwritten with zeros. Only the last segment with records can have one, because
 * the writer forces a segment before it goes to the next. Earlier segments are verified when they are read.
 */
final class JournalTail {
    private static final int ANY = -1;
    private static final int WIPE_BYTES = 256 << 10;

    private final JournalStorage storage;
    private final BatchReader reader;
    private final List<Long> segments;
    private final List<Long> firstSequences = new ArrayList<>();
    private int last;
    private int offset = Segment.FIRST_OFFSET;
    private long lastSequence;
    private long lastTime;

    /** @param segments the numbers of all segments, ascending without gaps, at least one */
    JournalTail(JournalStorage storage, long journalId, List<Long> segments) {
        this.storage = storage;
        this.reader = new BatchReader(storage, journalId);
        this.segments = segments;
    }

    /** Finds the end, cuts what is torn and forces what is whole. */
    void find() throws IOException {
        try (reader) {
            readFirstSequences();
            walkLastSegment();
            cut();
        }
    }

    /** The sequence of the last record, 0 when there is none. */
    long lastSequence() {
        return lastSequence;
    }

    /** The time of the last record, 0 when there is none. */
    long lastTime() {
        return lastTime;
    }

    /** The offset in the {@link #openLast last} segment where the next batch goes. */
    int offset() {
        return offset;
    }

    /** The last segment with records, or the first one of all, open to be written. */
    Segment openLast() throws IOException {
        return open(segments.get(last));
    }

    /** The segments that hold nothing yet, open to be written. */
    Queue<Segment> openEmpty() throws IOException {
        Queue<Segment> empty = new ArrayDeque<>();
        for (long number : segments.subList(last + 1, segments.size())) {
            empty.add(open(number));
        }
        return empty;
    }

    SegmentIndex index() throws IOException {
        long[] sequences = new long[last + 1];
        long sealedBytes = 0;
        for (int at = 0; at < last; at++) {
            sequences[at] = firstSequences.get(at);
            reader.open(segments.get(at));
            sealedBytes += reader.segmentBytes();
        }
        reader.close();
        sequences[last] = firstSequences.isEmpty() ? 1 : firstSequences.get(last);
        return new SegmentIndex(segments.get(0), sequences, sealedBytes);
    }

    /** Finds the last segment that begins with a whole batch; all before it must do so too. */
    private void readFirstSequences() throws IOException {
        last = segments.size() - 1;
        while (last > 0 && !beginsWithBatch(last)) {
            last--;
        }
        for (int at = 0; at <= last; at++) {
            if (beginsWithBatch(at)) {
                firstSequences.add(reader.header().firstSequence);
            } else if (last > 0 || segments.get(0) > 1) {
                throw JournalException.damaged(reader.path(), Segment.FIRST_OFFSET, "its first batch is not whole");
            }
        }
    }

    private boolean beginsWithBatch(int at) throws IOException {
        reader.open(segments.get(at));
        return reader.read(Segment.FIRST_OFFSET, reader.segmentBytes(), ANY) == Found.BATCH;
    }

    private void walkLastSegment() throws IOException {
        reader.open(segments.get(last));
        lastSequence = firstSequences.isEmpty() ? 0 : firstSequences.get(last) - 1;
        Found found;
        while ((found = reader.read(offset, reader.segmentBytes(), lastSequence + 1)) == Found.BATCH) {
            lastSequence += reader.header().recordCount;
            lastTime = timeOfLastRecord();
            offset += BatchHeader.paddedBytes(reader.header().length);
        }
        boolean ended = found == Found.NOTHING;
        String path = reader.path();
        String problem = ended ? "nothing stands there" : reader.problem();
        if (!provenAfter(offset)) {
            return;
        }
        String proof = "; record " + (lastSequence + 1) + " was durable, as byte " + reader.header().offset + " of "
                + reader.path() + " says";
        if (ended && reader.segment() > segments.get(last)) {
            // This segment ended as it should: the record that is not there began the next one.
            String next = storage.path(SegmentHeader.fileName(segments.get(last + 1)));
            throw JournalException.damaged(next, Segment.FIRST_OFFSET, "its first batch is not whole" + proof);
        }
        throw JournalException.damaged(path, offset, problem + proof);
    }

    private long timeOfLastRecord() {
        byte[] array = reader.array();
        int at = reader.recordsAt(offset);
        for (int index = 1; index < reader.header().recordCount; index++) {
            at += LittleEndian.intAt(array, at + RecordLayout.LENGTH);
        }
        return LittleEndian.longAt(array, at + RecordLayout.TIME);
    }

    private boolean provenAfter(int from) throws IOException {
        int start = from;
        for (int at = last; at < segments.size(); at++) {
            reader.open(segments.get(at));
            for (int candidate = start; candidate < reader.segmentBytes(); candidate += BatchHeader.ALIGNMENT) {
                if (reader.proves(candidate, lastSequence + 1)) {
                    return true;
                }
            }
            start = Segment.FIRST_OFFSET;
        }
        return false;
    }

    /** Makes what was found durable (an unforced batch may only be in the system's memory), and wipes all behind it. */
    private void cut() throws IOException {
        int start = offset;
        for (int at = last; at < segments.size(); at++) {
            reader.open(segments.get(at));
            int torn = reader.firstNonZero(start);
            if (at == last || torn < reader.segmentBytes()) {
                JournalFile file = storage.open(SegmentHeader.fileName(segments.get(at)));
                try (file) {
                    wipe(file, torn, reader.segmentBytes());
                    file.force();
                }
            }
            start = Segment.FIRST_OFFSET;
        }
    }

    private static void wipe(JournalFile file, int from, int to) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(WIPE_BYTES);
        for (int at = from; at < to; at += WIPE_BYTES) {
            zeros.clear().limit(Math.min(WIPE_BYTES, to - at));
            file.write(zeros, at);
        }
    }

    private Segment open(long number) throws IOException {
        String name = SegmentHeader.fileName(number);
        JournalFile file = storage.open(name);
        return new Segment(number, file, SegmentHeader.verify(file, storage.path(name), number, 0).segmentBytes);
    }
}
