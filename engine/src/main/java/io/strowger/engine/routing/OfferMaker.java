package io.strowger.engine.routing;

import io.strowger.engine.event.OfferMade;

/** Makes offers. */
final class OfferMaker {
    private final Scope scope;

    OfferMaker(Scope scope) {
        this.scope = scope;
    }

    /**
     * Offers a conversation to an agent who can take it.
     *
     * @param candidates how many agents could have been asked, counted up to {@link Candidates#MAX_COUNTED}
     */
    void make(ConversationState conversation, AgentState agent, QueueState queue, int candidates) {
        OfferMade event = scope.events.offerMade;
        event.offer = scope.state.lastOffer + 1;
        event.conversation = conversation.id;
        event.agent = agent.index;
        event.queue = queue.index;
        event.cost = conversation.signature().capacity.cost;
        event.offeredAt = scope.now();
        event.expiresAt = scope.now() + queue.configuration.offerTimeoutNanos();
        event.eligibleAgents = candidates;
        event.strategyKey = agent.membership(queue.index).strategyKey(conversation.signature(), scope.now());
        scope.emit(conversation.organization, event);
    }
}
