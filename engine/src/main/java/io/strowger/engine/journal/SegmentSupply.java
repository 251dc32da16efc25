package io.strowger.engine.journal;

import org.jspecify.annotations.Nullable;

/** Where the committing thread gets its next segment from. */
interface SegmentSupply extends AutoCloseable {
    /**
     * The next segment; waits while it is being made.
     *
     * @throws JournalException when it can't be made
     */
    Segment take();

    /** Why there is too little disk for further work, in a sentence; null when there is enough. For any thread. */
    @Nullable
    String problem();

    /** Ends whatever makes segments, and closes those that nobody took. */
    @Override
    void close();
}
