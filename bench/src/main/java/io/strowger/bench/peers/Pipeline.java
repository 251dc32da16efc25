package io.strowger.bench.peers;

import io.strowger.bench.rig.Target;
import org.HdrHistogram.Histogram;

/** Something in this process that messages are sent through, for one turn. Used by the sender's thread. */
interface Pipeline extends Target, AutoCloseable {
    /**
     * Waits until everything that was sent is answered.
     *
     * @param sent messages since the start
     * @throws TurnFailedException when answers are missing or wrong
     */
    void awaitAnswers(long sent) throws TurnFailedException, InterruptedException;

    /** Forgets what was recorded; while nothing is in flight. */
    void reset();

    /** Nanoseconds from the intended time to the decision; while nothing is in flight. */
    Histogram decided();

    @Override
    void close();
}
