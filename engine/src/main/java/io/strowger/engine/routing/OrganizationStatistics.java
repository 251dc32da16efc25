package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;

/** What happened in an organization since its beginning, and how much is going on. Part of the state. */
final class OrganizationStatistics {
    long messages;
    long opened;
    long reopened;
    long completed;
    long cancelled;
    long abandoned;
    long expired;
    long rejected;
    long forgotten;
    long offersMade;
    long offersAccepted;
    long offersDeclined;
    long offersExpired;
    long offersWithdrawn;

    /** Levels of now. */
    long waiting;

    long assigned;
    long parked;
    long pendingOffers;

    /** Of those, offers of conversations that another agent still has. */
    long pendingTransfers;

    long dormant;
    long scheduled;

    final SlaStatistics sla = new SlaStatistics();

    long stateHash() {
        long hash = Hashes.combine(messages, opened);
        hash = Hashes.combine(hash, reopened);
        hash = Hashes.combine(hash, completed);
        hash = Hashes.combine(hash, cancelled);
        hash = Hashes.combine(hash, forgotten);
        hash = Hashes.combine(hash, offersMade);
        hash = Hashes.combine(hash, offersAccepted);
        hash = Hashes.combine(hash, offersDeclined);
        hash = Hashes.combine(hash, offersExpired);
        hash = Hashes.combine(hash, offersWithdrawn);
        hash = Hashes.combine(hash, waiting);
        hash = Hashes.combine(hash, assigned);
        hash = Hashes.combine(hash, parked);
        hash = Hashes.combine(hash, pendingOffers);
        hash = Hashes.combine(hash, pendingTransfers);
        hash = Hashes.combine(hash, dormant);
        hash = Hashes.combine(hash, scheduled);
        hash = Hashes.combine(hash, abandoned);
        hash = Hashes.combine(hash, expired);
        hash = Hashes.combine(hash, sla.stateHash());
        return Hashes.combine(hash, rejected);
    }
}
