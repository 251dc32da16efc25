package io.strowger.verticles.projection;

import org.jspecify.annotations.Nullable;

/**
 * Where a projection stands.
 *
 * @param name the projection's name
 * @param state whether it follows
 * @param position sequence of the last record that it includes
 * @param lagRecords durable records that it does not include yet
 * @param lagNanos for how long, at most, the oldest of those has been waiting; 0 when there is none
 * @param lastError a sentence about the latest trouble, without secrets; null when all is well
 */
public record ProjectionStatus(
        String name,
        State state,
        long position,
        long lagRecords,
        long lagNanos,
        @Nullable String lastError) {
    /** Whether a projection follows the journal. */
    public enum State {
        /** It follows. */
        RUNNING,
        /** Its store does not answer; it tries again, routing goes on. */
        DEGRADED,
        /** It was not started, or is closed. */
        STOPPED
    }
}
