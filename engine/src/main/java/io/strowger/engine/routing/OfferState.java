package io.strowger.engine.routing;

import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.internal.Hashes;
import org.jspecify.annotations.Nullable;

/** An offer: pending, or ended and still remembered. Pooled. */
final class OfferState {
    long id;
    long conversation;
    int agent = DomainEvent.NOBODY;
    int queue = DomainEvent.NOBODY;
    int cost;
    long offeredAt;
    long expiresAt;
    OfferOutcome outcome = OfferOutcome.PENDING;
    long timer;

    /** Neighbours among the agent's pending offers, or among the organization's ended ones. */
    @Nullable
    OfferState before;

    @Nullable
    OfferState behind;

    /** Neighbours among the conversation's pending offers. */
    @Nullable
    OfferState beforeOfConversation;

    @Nullable
    OfferState behindOfConversation;

    boolean isPending() {
        return outcome == OfferOutcome.PENDING;
    }

    long stateHash() {
        long hash = Hashes.combine(id, conversation);
        hash = Hashes.combine(hash, agent);
        hash = Hashes.combine(hash, queue);
        hash = Hashes.combine(hash, cost);
        hash = Hashes.combine(hash, offeredAt);
        hash = Hashes.combine(hash, expiresAt);
        return Hashes.combine(hash, outcome.code());
    }
}
