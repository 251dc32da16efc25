package io.strowger.engine.ingress;

import io.strowger.engine.command.Decision;

/**
 * Who waits for answers: a connection, or a caller's future. Answers come in the order of the ring on one of the engine's
 * threads; an implementation copies what it needs, hands over to its own thread, and returns at once. It never throws and
 * never waits.
 */
public interface Responder {
    /** Gets no answers: for commands that nobody waits for. */
    Responder NONE = (decision, decisionNanos, durable, token) -> {};

    /**
     * An answer.
     *
     * @param decision the engine's; copy what is needed before returning. {@link
     *     io.strowger.engine.command.Outcome#UNKNOWN} when the engine failed before the record was durable
     * @param decisionNanos nanoseconds from publishing to the decision
     * @param durable whether the record can be lost no more
     * @param token what was given when the command was published
     */
    void answered(Decision decision, long decisionNanos, boolean durable, long token);

    /** The last answer of a batch was given: the time to wake an event loop once for all of them. */
    default void batchEnded() {}
}
