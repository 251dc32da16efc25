package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;

/** A hash over the whole state. What has no order is summed up, so that no table's inner order shows. */
final class StateHash {
    private StateHash() {}

    static long of(RouterState state) {
        long hash = Hashes.combine(state.lastSequence, state.lastTime);
        hash = Hashes.combine(hash, state.lastOffer);
        hash = Hashes.combine(hash, state.directory.labels().names().hashCode());
        hash = Hashes.combine(hash, state.wheel.stateHash());
        hash = Hashes.combine(hash, state.idempotency.stateHash());
        for (OrganizationState organization : state.organizations) {
            hash = Hashes.combine(hash, of(organization));
        }
        return hash;
    }

    private static long of(OrganizationState organization) {
        long hash = Hashes.combine(organization.number, organization.version());
        hash = Hashes.combine(hash, organization.configurationHash);
        hash = Hashes.combine(hash, organization.signatures.stateHash());
        hash = Hashes.combine(hash, organization.statistics.stateHash());
        hash = Hashes.combine(hash, organization.calendars.stateHash());
        hash = Hashes.combine(hash, organization.promised.orderHash());
        hash = Hashes.combine(hash, organization.generator);
        hash = Hashes.combine(hash, organization.fairnessUntil);
        hash = Hashes.combine(hash, organization.closed.orderHash());
        hash = Hashes.combine(hash, organization.endedOffers.orderHash());
        for (QueueState queue : organization.queues) {
            hash = Hashes.combine(hash, queue.stateHash());
        }
        for (AgentState agent : organization.agents) {
            hash = Hashes.combine(hash, agent.stateHash());
        }
        Sum sum = new Sum();
        organization.conversations.forEach(conversation -> sum.value += conversation.stateHash());
        organization.offers.forEach(offer -> sum.value += offer.stateHash());
        return Hashes.combine(hash, sum.value);
    }

    private static final class Sum {
        private long value;
    }
}
