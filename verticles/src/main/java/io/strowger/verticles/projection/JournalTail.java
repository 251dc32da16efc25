package io.strowger.verticles.projection;

import io.strowger.engine.CommittedRecords;
import io.strowger.engine.journal.JournalReader;
import io.strowger.engine.record.RecordView;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal for one {@link RecordSink} on a thread of its own: reads committed records, hands them over in
 * batches, and starts again from the sink's own position after any trouble, with growing pauses. It parks while there is
 * nothing to read and is woken by the engine's commits.
 */
final class JournalTail {
    private static final Logger LOG = LoggerFactory.getLogger(JournalTail.class);

    private static final long IDLE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(200).toNanos();
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final CommittedRecords committed;
    private final RecordSink sink;
    private final int batchRecords;
    private final long spacingNanos;
    private final long longestPauseNanos;
    private final InstantSource clock;
    private final RecordView record = new RecordView();
    private final Thread thread;

    private volatile boolean closing;
    private volatile boolean parked;
    private volatile long position;
    private volatile long lastRecordEpochNanos;
    private volatile long caughtUpEpochNanos;
    private volatile ProjectionStatus.State state = ProjectionStatus.State.STOPPED;
    private volatile @Nullable String lastError;
    private long pauseNanos;
    private boolean troubled;

    /**
     * Makes a tail that is not started.
     *
     * @param name the thread's and the projection's name
     * @param batchRecords records in a batch at most
     * @param spacing time from one batch's beginning to the next one's, so that a thin stream does not cost a transaction a
     *     record; zero for none. Full batches follow each other at once
     * @param retry the longest pause before a store that did not answer is tried again; the first ones are shorter
     * @param clock tells how old the lag is
     */
    JournalTail(
            String name,
            CommittedRecords committed,
            RecordSink sink,
            int batchRecords,
            Duration spacing,
            Duration retry,
            InstantSource clock) {
        this.name = name;
        this.committed = committed;
        this.sink = sink;
        this.batchRecords = batchRecords;
        this.spacingNanos = spacing.toNanos();
        this.longestPauseNanos = retry.toNanos();
        this.pauseNanos = Math.min(FIRST_PAUSE_NANOS, longestPauseNanos);
        this.clock = clock;
        this.thread = new Thread(this::run, "strowger-" + name);
        thread.setDaemon(true);
    }

    void start() {
        caughtUpEpochNanos = now();
        state = ProjectionStatus.State.DEGRADED;
        lastError = name + " has not been reached yet";
        committed.onDurable(this::wake);
        thread.start();
    }

    /** Called by the committing thread: costs a read while the tail is busy. */
    private void wake() {
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    /** Has the next batch begin at once, though it would wait for more. Any thread. */
    void hurry() {
        LockSupport.unpark(thread);
    }

    /** Sequence of the last record that the sink includes. */
    long position() {
        return position;
    }

    ProjectionStatus status() {
        long included = position;
        long lag = Math.max(0, committed.durableSequence() - included);
        long since = Math.max(lastRecordEpochNanos, caughtUpEpochNanos);
        return new ProjectionStatus(name, state, included, lag, lag == 0 ? 0 : Math.max(0, now() - since), lastError);
    }

    /** Ends the thread, after it has taken up what is durable now if the store answers; waits for it. */
    void close() {
        closing = true;
        LockSupport.unpark(thread);
        if (thread.isAlive() && thread != Thread.currentThread()) {
            join();
        }
        state = ProjectionStatus.State.STOPPED;
    }

    private void join() {
        try {
            if (!join(CLOSE_PATIENCE)) {
                LOG.atWarn().addKeyValue("projection", name).log("The projection does not end; it is left to the JVM");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean join(Duration atMost) throws InterruptedException {
        thread.join(atMost.toMillis());
        return !thread.isAlive();
    }

    private void run() {
        while (!closing) {
            try {
                follow();
            } catch (Exception e) {
                degrade(e);
                sink.abandon();
                pause();
            } catch (Error e) {
                // Nothing to go on with: out of memory, a class that is missing. Say so and leave the thread.
                degrade(e);
                sink.abandon();
                throw e;
            }
        }
        sink.abandon();
    }

    private void follow() throws Exception {
        long opened = sink.open();
        if (opened > committed.durableSequence()) {
            throw new ForeignStoreException(name, opened, committed.durableSequence());
        }
        position = opened;
        try (JournalReader reader = committed.reader(opened + 1)) {
            recovered();
            while (!closing) {
                long started = System.nanoTime();
                int count = batch(reader);
                if (count == 0) {
                    await(reader);
                } else if (count < batchRecords) {
                    space(started);
                }
            }
            while (batch(reader) > 0) {
                // The rest of what is durable.
            }
        }
    }

    private int batch(JournalReader reader) throws Exception {
        int count = 0;
        while (count < batchRecords && reader.next(record)) {
            sink.add(record);
            count++;
        }
        if (count > 0) {
            long time = record.time();
            sink.flush(record.sequence());
            position = record.sequence();
            lastRecordEpochNanos = time;
            pauseNanos = Math.min(FIRST_PAUSE_NANOS, longestPauseNanos);
        }
        if (count < batchRecords) {
            caughtUpEpochNanos = now();
        }
        return count;
    }

    private void space(long started) {
        long left = spacingNanos - (System.nanoTime() - started);
        if (left > 0 && !closing) {
            LockSupport.parkNanos(this, left);
        }
    }

    private void await(JournalReader reader) throws Exception {
        parked = true;
        try {
            // A commit after this look finds the flag set and wakes the thread.
            if (committed.durableSequence() < reader.nextSequence() && !closing) {
                long from = System.nanoTime();
                LockSupport.parkNanos(this, IDLE_NANOS);
                if (System.nanoTime() - from >= IDLE_NANOS) {
                    sink.idle();
                }
            }
        } finally {
            parked = false;
        }
    }

    private void recovered() {
        if (troubled) {
            LOG.atInfo()
                    .addKeyValue("projection", name)
                    .addKeyValue("position", position)
                    .log("The projection follows again");
            troubled = false;
        }
        lastError = null;
        state = ProjectionStatus.State.RUNNING;
    }

    private void degrade(Throwable cause) {
        String sentence = Troubles.sentence(cause);
        boolean told = sentence.equals(lastError);
        troubled = true;
        lastError = sentence;
        state = ProjectionStatus.State.DEGRADED;
        if (!told) {
            // A store that is away needs no stack trace; a mistake of ours does.
            Throwable stack = cause instanceof RuntimeException || cause instanceof Error ? cause : null;
            LOG.atWarn()
                    .addKeyValue("projection", name)
                    .addKeyValue("position", position)
                    .setCause(stack)
                    .log(sentence);
        }
    }

    private void pause() {
        if (!closing) {
            LockSupport.parkNanos(this, pauseNanos);
            pauseNanos = Math.min(2 * pauseNanos, longestPauseNanos);
        }
    }

    private long now() {
        return Instants.epochNanos(clock.instant());
    }
}
