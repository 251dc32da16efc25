package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;
import org.jspecify.annotations.Nullable;

/** A row of offers, linked through themselves; an offer is in one row at most. */
final class OfferList {
    private @Nullable OfferState first;
    private @Nullable OfferState last;
    private int size;

    int size() {
        return size;
    }

    @Nullable
    OfferState first() {
        return first;
    }

    @Nullable
    OfferState last() {
        return last;
    }

    void append(OfferState offer) {
        OfferState tail = last;
        offer.before = tail;
        offer.behind = null;
        if (tail == null) {
            first = offer;
        } else {
            tail.behind = offer;
        }
        last = offer;
        size++;
    }

    void remove(OfferState offer) {
        OfferState before = offer.before;
        OfferState behind = offer.behind;
        if (before == null) {
            first = behind;
        } else {
            before.behind = behind;
        }
        if (behind == null) {
            last = before;
        } else {
            behind.before = before;
        }
        offer.before = null;
        offer.behind = null;
        size--;
    }

    /** A hash of the ids in their order. */
    long orderHash() {
        long hash = size;
        for (OfferState offer = first; offer != null; offer = offer.behind) {
            hash = Hashes.combine(hash, offer.id);
        }
        return hash;
    }
}
