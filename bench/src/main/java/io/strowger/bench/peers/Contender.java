package io.strowger.bench.peers;

import java.time.Duration;

/**
 * One side of a comparison: started once, measured in turns with the others, closed. The comparison's thread calls it. What
 * it starts, threads and processes, does nothing between its turns.
 */
interface Contender extends AutoCloseable {
    /** What it is, in a few words for tables; unique in a comparison. */
    String name();

    /** Under what conditions its figures hold. */
    Conditions conditions();

    /**
     * Starts what it needs and warms it up.
     *
     * @throws Exception when it can't; {@link #close()} is called then, too
     */
    void start() throws Exception;

    /**
     * Takes a turn, and checks that every message was answered as it should.
     *
     * @param duration how long to measure; a warm-up before it may take as long again
     * @throws TurnFailedException when the turn is worth nothing: the rate was not reached, or an answer was wrong
     * @throws Exception when it can't go on
     */
    Figures measure(Load load, Duration duration) throws Exception;

    /** Ends what was started. Called once, also after a failure. */
    @Override
    void close();
}
