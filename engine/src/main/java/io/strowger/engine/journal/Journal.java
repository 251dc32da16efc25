package io.strowger.engine.journal;

import io.strowger.engine.record.RecordView;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The append-only truth: records in segment files, durable in batches. {@link #append} and {@link #commit} belong to the
 * committing thread; everything else is safe for any thread. A write or force that fails is never tried again: the journal
 * is failed from then on, and what is durable is found out by opening it anew.
 */
public final class Journal implements AutoCloseable {
    private Journal() {}

    /**
     * Opens the journal in a directory, or starts one: takes the lock, finds the last durable record, cuts a torn tail.
     *
     * @throws JournalException when another process has it, or a part that was durable is damaged
     */
    public static Journal open(JournalConfig config) {
        throw new UnsupportedOperationException(config.toString());
    }

    /**
     * Hands over all durable records from a sequence on, in order; before the first append. The view is valid during the
     * call only.
     *
     * @param fromSequence at least {@link #oldestSequence}
     * @throws JournalException when a record is damaged or no longer there
     */
    public void recover(long fromSequence, Consumer<RecordView> handler) {
        throw new UnsupportedOperationException();
    }

    /** The sequence of the oldest record that is still there; that of the next one when there is none. */
    public long oldestSequence() {
        throw new UnsupportedOperationException();
    }

    /** The time of the last record that was found at opening, epoch nanoseconds; 0 when there is none. */
    public long lastTime() {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds a record to the batch and fills its checksum. Its sequence must be the next one.
     *
     * @throws JournalException when the journal is failed or fails now
     */
    public void append(byte[] record, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes everything appended durable, with one write and one force as a rule, and runs the listeners.
     *
     * @throws JournalException when the journal is failed or fails now; it is unknown what became durable
     */
    public void commit() {
        throw new UnsupportedOperationException();
    }

    /** The sequence of the last appended record; for the committing thread. */
    public long appendedSequence() {
        throw new UnsupportedOperationException();
    }

    /** The sequence of the last record that can be lost no more; 0 when there is none. */
    public long durableSequence() {
        throw new UnsupportedOperationException();
    }

    /** Has a task run by the committing thread after each commit; it must neither wait nor throw. */
    public void onDurable(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    /** Whether new work may be taken: the disk and the limit leave enough for all that is under way. */
    public boolean hasRoom() {
        throw new UnsupportedOperationException();
    }

    /** Why there is no room, in a sentence; null when there is. */
    public @Nullable String noRoomReason() {
        throw new UnsupportedOperationException();
    }

    /** Bytes of all segments that hold records. */
    public long usedBytes() {
        throw new UnsupportedOperationException();
    }

    /**
     * A reader from a sequence on, for one thread. From beyond the last record it waits until that one is there.
     *
     * @throws JournalException when that record is no longer there
     */
    public JournalReader reader(long fromSequence) {
        throw new UnsupportedOperationException();
    }

    /** Deletes the segments whose records all stand before a sequence; never that with the last durable record. */
    public void deleteBefore(long sequence) {
        throw new UnsupportedOperationException();
    }

    /** Releases the files and the lock. What was appended and not committed is not made durable. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
