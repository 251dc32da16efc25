package io.strowger.engine;

import io.strowger.engine.configuration.Directory;
import io.strowger.engine.journal.JournalReader;

/**
 * What a running engine committed, for those that only read: projections, feeds. Safe for use by any thread; nobody who
 * reads holds up the engine.
 */
public interface CommittedRecords {
    /**
     * The names behind the numbers in answers and records. The latest resolves everything that was answered or is
     * durable.
     */
    Directory directory();

    /** The sequence of the last record that can be lost no more; 0 when there is none. */
    long durableSequence();

    /**
     * A reader of the committed records from a sequence on (1 is the first), for one thread. It reads files, never the
     * ring, so however slow its owner is, the engine does not wait.
     */
    JournalReader reader(long fromSequence);

    /**
     * Has a task run after each batch that became durable: to wake a projection. It runs on the committing thread, so it
     * must only signal (unpark a thread, schedule on a loop), never wait or throw.
     */
    void onDurable(Runnable wake);
}
