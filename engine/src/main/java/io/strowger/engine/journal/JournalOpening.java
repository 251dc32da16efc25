package io.strowger.engine.journal;

import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;

/** The steps from a directory to a journal that can be written. */
final class JournalOpening {
    /** Makes the supply of segments for a journal. */
    @FunctionalInterface
    interface Supplies {
        SegmentSupply supply(SegmentMaker maker, Queue<Segment> found, long nextNumber);
    }

    private final JournalConfig config;
    private final JournalStorage storage;
    private final Supplies supplies;

    JournalOpening(JournalConfig config, JournalStorage storage, Supplies supplies) {
        this.config = config;
        this.storage = storage;
        this.supplies = supplies;
    }

    Journal open() {
        Closeable lock = storage.lock();
        boolean opened = false;
        try {
            Journal journal = open(lock);
            opened = true;
            return journal;
        } catch (IOException e) {
            throw JournalException.failed("open", storage.path(), e);
        } finally {
            if (!opened) {
                release(lock);
            }
        }
    }

    private Journal open(Closeable lock) throws IOException {
        List<Long> segments = existingSegments();
        long journalId = segments.isEmpty() ? newJournalId() : idOf(segments.get(0));
        SegmentMaker maker = new SegmentMaker(storage, journalId, config.segmentBytes());
        if (segments.isEmpty()) {
            maker.make(1).file().close();
            segments = List.of(1L);
        }
        JournalTail tail = new JournalTail(storage, journalId, segments);
        tail.find();
        SegmentIndex.Holder index = new SegmentIndex.Holder(tail.index());
        long nextNumber = segments.get(segments.size() - 1) + 1;
        SegmentSupply supply = supplies.supply(maker, tail.openEmpty(), nextNumber);
        BatchWriter writer = new BatchWriter(
                supply, index, config.batchBytes(), journalId, tail.openLast(), tail.offset(), tail.lastSequence());
        return new Journal(config, storage, lock, journalId, index, supply, writer, tail.lastTime());
    }

    /** Ascending; throws when one is missing in between. Removes what was being made when the process ended. */
    private List<Long> existingSegments() throws IOException {
        for (String name : storage.list()) {
            if (name.endsWith(SegmentMaker.PREPARING_SUFFIX)) {
                storage.delete(name);
            }
        }
        List<Long> segments = storage.list().stream()
                .map(SegmentHeader::numberOf)
                .filter(number -> number > 0)
                .sorted()
                .collect(Collectors.toList());
        // The process before may have been killed after it renamed a file, and what is written to that file must stay.
        storage.forceDirectory();
        for (int at = 1; at < segments.size(); at++) {
            long missing = segments.get(at - 1) + 1;
            if (segments.get(at) != missing) {
                throw JournalException.missing(storage.path(SegmentHeader.fileName(missing)));
            }
        }
        return segments;
    }

    private long idOf(long segment) throws IOException {
        String name = SegmentHeader.fileName(segment);
        try (JournalFile file = storage.openToRead(name)) {
            return SegmentHeader.verify(file, storage.path(name), segment, 0).journalId;
        }
    }

    /** Random, so that nobody can write a text that looks like a batch of this journal. Never 0. */
    private static long newJournalId() {
        return new SecureRandom().nextLong() | 1;
    }

    private static void release(Closeable lock) {
        try {
            lock.close();
        } catch (IOException e) {
            // The failure that led here says more.
        }
    }
}
