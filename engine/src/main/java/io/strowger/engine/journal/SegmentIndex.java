package io.strowger.engine.journal;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/** Which segments hold records and with which sequence each begins. Immutable; the numbers of segments have no gaps. */
final class SegmentIndex {
    private final long oldest;
    private final long[] firstSequences;
    private final long sealedBytes;

    /**
     * An index that owns the array from now on.
     *
     * @param oldest the number of the oldest segment
     * @param firstSequences the sequence of each segment's first record
     * @param sealedBytes the bytes of all segments but the last
     */
    SegmentIndex(long oldest, long[] firstSequences, long sealedBytes) {
        this.oldest = oldest;
        this.firstSequences = firstSequences;
        this.sealedBytes = sealedBytes;
    }

    long oldest() {
        return oldest;
    }

    long sealedBytes() {
        return sealedBytes;
    }

    long newest() {
        return oldest + firstSequences.length - 1;
    }

    long firstSequence(long segment) {
        return firstSequences[(int) (segment - oldest)];
    }

    long oldestSequence() {
        return firstSequences[0];
    }

    /** The segment that has that record, or will: the last one that begins at or before it. */
    long segmentOf(long sequence) {
        int found = Arrays.binarySearch(firstSequences, sequence);
        return oldest + (found >= 0 ? found : -found - 2);
    }

    private SegmentIndex with(long firstSequence, int bytesSealed) {
        long[] more = Arrays.copyOf(firstSequences, firstSequences.length + 1);
        more[firstSequences.length] = firstSequence;
        return new SegmentIndex(oldest, more, sealedBytes + bytesSealed);
    }

    private SegmentIndex withoutOldest(long bytes) {
        return new SegmentIndex(
                oldest + 1, Arrays.copyOfRange(firstSequences, 1, firstSequences.length), sealedBytes - bytes);
    }

    /** The index of now: the committing thread adds to it, another removes from it, any thread reads it. */
    static final class Holder {
        private final AtomicReference<SegmentIndex> current;

        Holder(SegmentIndex first) {
            current = new AtomicReference<>(first);
        }

        SegmentIndex current() {
            return current.getAcquire();
        }

        /** A segment follows, and the one before it got its last record. */
        void add(long number, long firstSequence, int bytesSealed) {
            SegmentIndex now = current.updateAndGet(index -> index.with(firstSequence, bytesSealed));
            if (now.newest() != number) {
                throw new IllegalStateException("segment " + number + " came after " + (now.newest() - 1));
            }
        }

        void removeOldest(long bytes) {
            current.updateAndGet(index -> index.withoutOldest(bytes));
        }
    }
}
