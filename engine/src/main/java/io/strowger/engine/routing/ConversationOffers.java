package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;
import org.jspecify.annotations.Nullable;

/** A conversation's pending offers, the oldest first, linked through themselves; one agent has one at most. */
final class ConversationOffers {
    private @Nullable OfferState first;
    private @Nullable OfferState last;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The newest, or null. */
    @Nullable
    OfferState last() {
        return last;
    }

    /** Whether an agent has one. */
    boolean has(AgentState agent) {
        for (OfferState offer = first; offer != null; offer = offer.behindOfConversation) {
            if (offer.agent == agent.index) {
                return true;
            }
        }
        return false;
    }

    /** The one of the agent with the smallest number above another one, or null. */
    @Nullable
    OfferState above(int agent) {
        OfferState found = null;
        for (OfferState offer = first; offer != null; offer = offer.behindOfConversation) {
            if (offer.agent > agent && (found == null || offer.agent < found.agent)) {
                found = offer;
            }
        }
        return found;
    }

    void append(OfferState offer) {
        OfferState tail = last;
        offer.beforeOfConversation = tail;
        offer.behindOfConversation = null;
        if (tail == null) {
            first = offer;
        } else {
            tail.behindOfConversation = offer;
        }
        last = offer;
        size++;
    }

    void remove(OfferState offer) {
        OfferState before = offer.beforeOfConversation;
        OfferState behind = offer.behindOfConversation;
        if (before == null) {
            first = behind;
        } else {
            before.behindOfConversation = behind;
        }
        if (behind == null) {
            last = before;
        } else {
            behind.beforeOfConversation = before;
        }
        offer.beforeOfConversation = null;
        offer.behindOfConversation = null;
        size--;
    }

    /** A hash of the ids in their order. */
    long orderHash() {
        long hash = size;
        for (OfferState offer = first; offer != null; offer = offer.behindOfConversation) {
            hash = Hashes.combine(hash, offer.id);
        }
        return hash;
    }
}
