package io.strowger.engine.routing;

import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.internal.Hashes;

/** A queue: who waits in it, and who may be asked. */
final class QueueState {
    private static final int MAX_PRIORITY = 1_000;
    private static final int MICROS_BITS = 53;
    private static final long MICROS_MASK = (1L << MICROS_BITS) - 1;
    private static final long NANOS_PER_MICRO = 1_000;

    final int index;
    QueueConfiguration configuration;

    /** Whether the configuration has it no longer; what waits in it moves to the fallback queue. */
    boolean removed;

    /** Waiting conversations without an offer and without a preference, in the queue's order. */
    SignatureTree waiting = new SignatureTree(1);

    /** Agents who can take something, in the order in which they are asked. */
    SignatureTree seats = new SignatureTree(1);

    /** All waiting conversations, those with an offer or a preference included, in the order in which they came in. */
    final ConversationList line = new ConversationList();

    long drainTimer;

    QueueState(int index, QueueConfiguration configuration) {
        this.index = index;
        this.configuration = configuration;
    }

    /**
     * The static key of a conversation's place: smaller first. With {@link OrderPolicy#PRIORITY_FIFO} the priority stands
     * above the microsecond of queueing; keys that are equal are told apart by the nanosecond and the id.
     */
    long orderKey(int priority, long queuedAt) {
        if (configuration.order() == OrderPolicy.AGED) {
            return queuedAt - priority * configuration.nanosPerPoint();
        }
        return ((long) (MAX_PRIORITY - priority) << MICROS_BITS) | (queuedAt / NANOS_PER_MICRO & MICROS_MASK);
    }

    long stateHash() {
        long hash = Hashes.combine(index, removed ? 1 : 0);
        return Hashes.combine(hash, line.orderHash());
    }
}
