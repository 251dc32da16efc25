package io.strowger.bench.reference;

import io.strowger.engine.event.OfferOutcome;

/** An offer, pending or ended. */
final class Offer {
    final long id;
    final long conversation;
    final int agent;

    /** Capacity units that it reserves. */
    final int cost;

    OfferOutcome outcome = OfferOutcome.PENDING;

    Offer(long id, long conversation, int agent, int cost) {
        this.id = id;
        this.conversation = conversation;
        this.agent = agent;
        this.cost = cost;
    }
}
