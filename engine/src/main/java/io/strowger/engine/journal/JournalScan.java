package io.strowger.engine.journal;

import io.strowger.engine.internal.LittleEndian;
import io.strowger.engine.journal.BatchReader.Found;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a journal's files without opening the journal: it takes no lock and writes nothing, so it works beside the server
 * that writes them, and on files that must stay as they are. It ends where the last whole batch ends; whatever is torn
 * behind that one stays, and the last one may not be durable yet. Belongs to one thread.
 */
public final class JournalScan implements JournalReader {
    private static final int ANY = -1;

    private final JournalStorage storage;
    private final BatchReader batches;
    private int offset = Segment.FIRST_OFFSET;
    private int recordAt;
    private int recordsLeft;
    private long expected = 1;

    private JournalScan(JournalStorage storage, long journalId) {
        this.storage = storage;
        this.batches = new BatchReader(storage, journalId);
    }

    /**
     * Begins with the oldest record that is there.
     *
     * @throws JournalException when there is no journal in the directory, or its beginning is damaged
     */
    public static JournalScan of(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw noJournal(
                    directory.toString(),
                    Files.exists(directory) ? "it is not a directory" : "there is no such directory");
        }
        return of(new FileStorage(directory));
    }

    static JournalScan of(JournalStorage storage) {
        try {
            List<Long> segments = segments(storage);
            if (segments.isEmpty()) {
                throw noJournal(storage.path(), "it has no segment-*.journal files");
            }
            long oldest = segments.get(0);
            for (int at = 1; at < segments.size(); at++) {
                if (segments.get(at) != oldest + at) {
                    throw JournalException.missing(storage.path(SegmentHeader.fileName(oldest + at)));
                }
            }
            JournalScan scan = new JournalScan(storage, journalId(storage, oldest));
            try {
                scan.begin(oldest);
            } catch (IOException | JournalException e) {
                scan.close();
                throw e;
            }
            return scan;
        } catch (IOException e) {
            throw JournalException.failed("read", storage.path(), e);
        }
    }

    @Override
    public boolean next(RecordView view) {
        if (recordsLeft == 0 && !nextBatch()) {
            return false;
        }
        view.wrap(batches.array(), recordAt);
        recordAt += LittleEndian.intAt(batches.array(), recordAt + RecordLayout.LENGTH);
        recordsLeft--;
        return true;
    }

    @Override
    public long nextSequence() {
        return expected - recordsLeft;
    }

    @Override
    public void close() {
        try {
            batches.close();
        } catch (IOException e) {
            throw JournalException.failed("close", batches.path(), e);
        }
    }

    private void begin(long segment) throws IOException {
        batches.open(segment);
        if (batches.read(offset, batches.segmentBytes(), ANY) == Found.BATCH) {
            expected = batches.header().firstSequence;
        }
    }

    private boolean nextBatch() {
        try {
            return findBatch();
        } catch (IOException e) {
            throw JournalException.failed("read", batches.path(), e);
        }
    }

    /**
     * What is not there at the first look may have been written since. If something behind it proves that it was durable, a
     * second look decides: durable bytes change no more.
     */
    private boolean findBatch() throws IOException {
        long segment = batches.segment();
        int end = offset;
        Found found = read(segment, end, false);
        if (found != Found.BATCH && !(found == Found.NOTHING && beginsSegment(segment + 1))) {
            if (!isProven(segment, end)) {
                batches.open(segment);
                offset = end;
                return false;
            }
            found = read(segment, end, true);
            String problem = found == Found.DAMAGE ? batches.problem() : "record " + expected + " is not there";
            String path = batches.path();
            if (found != Found.BATCH && !(found == Found.NOTHING && beginsSegment(segment + 1))) {
                throw JournalException.damaged(path, end, problem);
            }
        }
        recordAt = batches.recordsAt(offset);
        recordsLeft = batches.header().recordCount;
        expected += recordsLeft;
        offset += BatchHeader.paddedBytes(batches.header().length);
        return true;
    }

    private boolean beginsSegment(long segment) throws IOException {
        return segments(storage).contains(segment) && read(segment, Segment.FIRST_OFFSET, true) == Found.BATCH;
    }

    private Found read(long segment, int at, boolean anew) throws IOException {
        if (anew) {
            batches.open(segment);
        }
        offset = at;
        return batches.read(at, batches.segmentBytes(), expected);
    }

    /** Whether a header from that place on says that the expected record was durable once. */
    private boolean isProven(long from, int fromOffset) throws IOException {
        int start = fromOffset;
        for (long segment : segments(storage)) {
            if (segment < from) {
                continue;
            }
            batches.open(segment);
            for (int at = start; at < batches.segmentBytes(); at += BatchHeader.ALIGNMENT) {
                if (batches.proves(at, expected)) {
                    return true;
                }
            }
            start = Segment.FIRST_OFFSET;
        }
        return false;
    }

    /** Their numbers, ascending. */
    private static List<Long> segments(JournalStorage storage) throws IOException {
        return storage.list().stream()
                .map(SegmentHeader::numberOf)
                .filter(number -> number > 0)
                .sorted()
                .toList();
    }

    private static long journalId(JournalStorage storage, long segment) throws IOException {
        String name = SegmentHeader.fileName(segment);
        try (JournalFile file = storage.openToRead(name)) {
            return SegmentHeader.verify(file, storage.path(name), segment, 0).journalId;
        }
    }

    private static JournalException noJournal(String path, String reason) {
        return new JournalException("There is no journal in " + path + " (" + reason
                + "): give the directory that has the files segment-*.journal, such as data/journal.");
    }
}
