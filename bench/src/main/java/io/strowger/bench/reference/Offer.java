package io.strowger.bench.reference;

import io.strowger.engine.event.OfferOutcome;

/** An offer, pending or ended. */
final class Offer {
    final long id;
    final Conversation conversation;
    final int agent;

    /** Capacity units that it takes of the agent while it is pending. */
    final int cost;

    OfferOutcome outcome = OfferOutcome.PENDING;

    Offer(long id, Conversation conversation, int agent, int cost) {
        this.id = id;
        this.conversation = conversation;
        this.agent = agent;
        this.cost = cost;
    }
}
