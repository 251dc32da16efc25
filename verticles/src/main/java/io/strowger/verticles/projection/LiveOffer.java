package io.strowger.verticles.projection;

import io.strowger.engine.event.OfferMade;

/** A pending offer in the {@link LiveView}. Guarded by the view. */
final class LiveOffer {
    final long id;
    final LiveConversation conversation;
    final int agent;
    final int queue;
    final int cost;
    final long offeredAt;
    final long expiresAt;

    LiveOffer(OfferMade event, LiveConversation conversation) {
        this.id = event.offer;
        this.conversation = conversation;
        this.agent = event.agent;
        this.queue = event.queue;
        this.cost = event.cost;
        this.offeredAt = event.offeredAt;
        this.expiresAt = event.expiresAt;
    }
}
