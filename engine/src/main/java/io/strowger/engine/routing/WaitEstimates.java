package io.strowger.engine.routing;

import io.strowger.engine.explain.WaitEstimate;
import io.strowger.engine.explain.WaitEstimate.Method;

/** Tells those outside what {@link QueueEstimates} say. Cold: allocates. */
final class WaitEstimates {
    private WaitEstimates() {}

    /** What a conversation that waits can expect. */
    static WaitEstimate of(ConversationState conversation, long now) {
        QueueEstimates estimates = conversation.organization.queues[conversation.queue].estimates;
        Method best = estimates.best(conversation, now);
        return new WaitEstimate(
                estimates.position(conversation),
                estimates.median(conversation, now),
                estimates.ninetieth(conversation, now),
                best);
    }
}
