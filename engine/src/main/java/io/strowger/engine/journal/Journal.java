package io.strowger.engine.journal;

import io.strowger.engine.internal.LittleEndian;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordView;
import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The append-only truth: records in segment files, durable in batches. {@link #append} and {@link #commit} belong to the
 * committing thread; everything else is safe for any thread. A write or force that fails is never tried again: the journal
 * is failed from then on, and what is durable is found out by opening it anew.
 */
public final class Journal implements AutoCloseable {
    private static final long DISK_CHECK_MILLIS = 1_000;
    private static final VarHandle DURABLE_SEQUENCE;
    private static final VarHandle DURABLE_POSITION;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            DURABLE_SEQUENCE = lookup.findVarHandle(Journal.class, "durableSequence", long.class);
            DURABLE_POSITION = lookup.findVarHandle(Journal.class, "durablePosition", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final JournalConfig config;
    private final JournalStorage storage;
    private final Closeable lock;
    private final long journalId;
    private final SegmentIndex.Holder index;
    private final SegmentSupply supply;
    private final BatchWriter writer;
    private final long lastTime;
    private final AtomicReference<Runnable[]> listeners = new AtomicReference<>(new Runnable[0]);
    private final ReentrantLock deleting = new ReentrantLock();
    private boolean failed;
    private boolean closed;

    @SuppressWarnings("unused") // by DURABLE_SEQUENCE
    private long durableSequence;

    @SuppressWarnings("unused") // by DURABLE_POSITION
    private long durablePosition;

    Journal(
            JournalConfig config,
            JournalStorage storage,
            Closeable lock,
            long journalId,
            SegmentIndex.Holder index,
            SegmentSupply supply,
            BatchWriter writer,
            long lastTime) {
        this.config = config;
        this.storage = storage;
        this.lock = lock;
        this.journalId = journalId;
        this.index = index;
        this.supply = supply;
        this.writer = writer;
        this.lastTime = lastTime;
        publishDurable();
    }

    /**
     * Opens the journal in a directory, or starts one: takes the lock, finds the last durable record, cuts a torn tail.
     *
     * @throws JournalException when another process has it, or a part that was durable is damaged
     */
    public static Journal open(JournalConfig config) {
        return open(config, new FileStorage(config.directory()));
    }

    /** Opens the journal in a directory that may not be one of the file system. */
    public static Journal open(JournalConfig config, JournalStorage storage) {
        JournalOpening.Supplies supplies = (maker, found, nextNumber) ->
                new BackgroundSupply(storage, maker, config.minimumFreeBytes(), found, nextNumber, DISK_CHECK_MILLIS);
        return new JournalOpening(config, storage, supplies).open();
    }

    /**
     * Hands over all durable records from a sequence on, in order; before the first append. The view is valid during the
     * call only.
     *
     * @param fromSequence at least {@link #oldestSequence}
     * @throws JournalException when a record is damaged or no longer there
     */
    public void recover(long fromSequence, Consumer<RecordView> handler) {
        RecordView view = new RecordView();
        try (JournalReader reader = reader(fromSequence)) {
            while (reader.next(view)) {
                handler.accept(view);
            }
        }
    }

    /** The sequence of the oldest record that is still there; that of the next one when there is none. */
    public long oldestSequence() {
        return index.current().oldestSequence();
    }

    /** The time of the last record that was found at opening, epoch nanoseconds; 0 when there is none. */
    public long lastTime() {
        return lastTime;
    }

    /**
     * Adds a record to the batch and fills its checksum. Its sequence must be the next one.
     *
     * @throws JournalException when the journal is failed or fails now
     */
    public void append(byte[] record, int offset, int length) {
        usable();
        if (length != LittleEndian.intAt(record, offset + RecordLayout.LENGTH)
                || LittleEndian.longAt(record, offset + RecordLayout.SEQUENCE) != writer.appended() + 1) {
            throw notNext(record, offset, length);
        }
        // Cleared again below: whatever is thrown in between leaves the journal failed.
        failed = true;
        try {
            writer.append(record, offset, length);
        } catch (IOException e) {
            throw JournalException.failed("write to", storage.path(), e);
        }
        failed = false;
    }

    /**
     * Makes everything appended durable, with one write and one force as a rule, and runs the listeners.
     *
     * @throws JournalException when the journal is failed or fails now; it is unknown what became durable
     */
    public void commit() {
        usable();
        if (writer.appended() == durableSequence()) {
            return;
        }
        failed = true;
        try {
            writer.write();
            writer.force();
        } catch (IOException e) {
            throw JournalException.failed("write to", storage.path(), e);
        }
        failed = false;
        publishDurable();
        for (Runnable listener : listeners.getAcquire()) {
            listener.run();
        }
    }

    /** The sequence of the last appended record; for the committing thread. */
    public long appendedSequence() {
        return writer.appended();
    }

    /** The sequence of the last record that can be lost no more; 0 when there is none. */
    public long durableSequence() {
        return (long) DURABLE_SEQUENCE.getAcquire(this);
    }

    /** Has a task run by the committing thread after each commit; it must neither wait nor throw. */
    public void onDurable(Runnable listener) {
        listeners.updateAndGet(now -> {
            Runnable[] more = Arrays.copyOf(now, now.length + 1);
            more[now.length] = listener;
            return more;
        });
    }

    /** Whether new work may be taken: the disk and the limit leave enough for all that is under way. */
    public boolean hasRoom() {
        return supply.problem() == null && usedBytes() <= config.maxBytes() - config.segmentBytes();
    }

    /** Why there is no room, in a sentence; null when there is. */
    public @Nullable String noRoomReason() {
        String problem = supply.problem();
        if (problem != null) {
            return problem;
        }
        long used = usedBytes();
        if (used <= config.maxBytes() - config.segmentBytes()) {
            return null;
        }
        return "The journal in " + storage.path() + " takes " + used + " bytes of at most " + config.maxBytes()
                + ": bring back the projection that lags, or raise journal.max-bytes.";
    }

    /** Bytes of all segments that hold records, as far as they are filled. */
    public long usedBytes() {
        return index.current().sealedBytes() + LogPosition.offset(durablePosition());
    }

    /**
     * A reader from a sequence on, for one thread. From beyond the last record it waits until that one is there.
     *
     * @throws JournalException when that record is no longer there
     */
    public JournalReader reader(long fromSequence) {
        SegmentIndex now = index.current();
        if (fromSequence < now.oldestSequence()) {
            throw noLongerThere(fromSequence);
        }
        long segment = now.segmentOf(fromSequence);
        BatchReader batches = new BatchReader(storage, journalId);
        return new SegmentReader(this, batches, segment, now.firstSequence(segment), fromSequence);
    }

    /** Deletes the segments whose records all stand before a sequence; never that with the last durable record. */
    public void deleteBefore(long sequence) {
        long before = Math.min(sequence, durableSequence());
        deleting.lock();
        try {
            SegmentIndex now = index.current();
            while (now.oldest() < now.newest() && now.firstSequence(now.oldest() + 1) <= before) {
                deleteOldest(now.oldest());
                now = index.current();
            }
        } finally {
            deleting.unlock();
        }
    }

    /** One by one, oldest first, each forced: a crash in between leaves no gap. */
    private void deleteOldest(long segment) {
        String name = SegmentHeader.fileName(segment);
        try {
            long bytes;
            try (JournalFile file = storage.openToRead(name)) {
                bytes = SegmentHeader.verify(file, storage.path(name), segment, journalId).segmentBytes;
            }
            index.removeOldest(bytes);
            storage.delete(name);
            storage.forceDirectory();
        } catch (IOException e) {
            throw JournalException.failed("delete", storage.path(name), e);
        }
    }

    /** Releases the files and the lock. What was appended and not committed is not made durable. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        supply.close();
        try (lock) {
            writer.close();
        } catch (IOException e) {
            throw JournalException.failed("close", storage.path(), e);
        }
    }

    /** Where the durable part ends, a {@link LogPosition}. */
    long durablePosition() {
        return (long) DURABLE_POSITION.getAcquire(this);
    }

    /** Throws when a segment, which begins with that sequence, was deleted. */
    void requireKept(long segment, long firstSequence) {
        if (segment < index.current().oldest()) {
            throw noLongerThere(firstSequence);
        }
    }

    private JournalException noLongerThere(long sequence) {
        return new JournalException("Record " + sequence + " is no longer in the journal in " + storage.path()
                + ", which begins with " + oldestSequence() + ": rebuild from a snapshot.");
    }

    /** The sequence first: whoever sees the position and reads up to it, sees no record beyond the sequence. */
    private void publishDurable() {
        DURABLE_SEQUENCE.setRelease(this, writer.appended());
        DURABLE_POSITION.setRelease(this, writer.position());
        VarHandle.fullFence(); // before a tail is asked whether it sleeps, which looks here before it does
    }

    private void usable() {
        if (failed) {
            throw new JournalException("The journal in " + storage.path() + " failed before: start again.");
        }
        if (closed) {
            throw new IllegalStateException("the journal in " + storage.path() + " is closed");
        }
    }

    private IllegalArgumentException notNext(byte[] record, int offset, int length) {
        return new IllegalArgumentException("a record of " + length + " bytes says that it has "
                + LittleEndian.intAt(record, offset + RecordLayout.LENGTH) + " and the sequence "
                + LittleEndian.longAt(record, offset + RecordLayout.SEQUENCE) + "; "
                + (writer.appended() + 1) + " is the next");
    }
}
