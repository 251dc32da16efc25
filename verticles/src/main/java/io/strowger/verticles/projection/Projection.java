package io.strowger.verticles.projection;

/** A copy that follows the journal. Started and closed once; its status can be asked for from any thread. */
public interface Projection extends AutoCloseable {
    /** A short name for logs, metrics and health, for example {@code postgres}. */
    String name();

    /** Starts the projection's thread and returns. Trouble with a store shows in the status, never here. */
    void start();

    /** Where it stands. Safe from any thread, never waits. */
    ProjectionStatus status();

    /**
     * Ends the thread after the batch at hand and waits for it, a few seconds at most. Takes up what is durable by then, if
     * the store answers.
     */
    @Override
    void close();
}
