package io.strowger.engine.routing;

import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.SetAgentAvailability;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.event.AgentAvailabilityChanged;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.internal.ByteReader;

/** Decides for which kinds of channels an agent is there. */
final class AvailabilityDecider {
    private static final int ALL_KINDS = (1 << ChannelKind.values().length) - 1;

    private final Scope scope;
    private final Placement placement;
    private final SetAgentAvailability availability = new SetAgentAvailability();

    AvailabilityDecider(Scope scope, Placement placement) {
        this.scope = scope;
        this.placement = placement;
    }

    Outcome decide(OrganizationState organization, ByteReader command) {
        availability.read(command);
        int index = organization.agentIndex.find(availability.agent);
        if (index == DomainEvent.NOBODY || organization.agents[index].removed) {
            return Outcome.NOT_FOUND;
        }
        if ((availability.pausedKinds & ~ALL_KINDS) != 0) {
            return scope.refuse(Outcome.INVALID, "pausedKinds names a kind that does not exist");
        }
        if (availability.activity.length() > SetAgentAvailability.MAX_ACTIVITY_BYTES) {
            return scope.refuse(Outcome.INVALID, "activity is longer than 256 bytes");
        }
        AgentState agent = organization.agents[index];
        scope.decision.agent = index;
        if (agent.pausedKinds == availability.pausedKinds
                && agent.activity.content().contentEquals(availability.activity)) {
            return Outcome.UNCHANGED;
        }
        AgentAvailabilityChanged event = scope.events.agentAvailabilityChanged;
        event.agent = index;
        event.pausedKinds = availability.pausedKinds;
        event.activity.set(availability.activity);
        scope.emit(organization, event);
        revoke(organization, agent);
        return Outcome.DONE;
    }

    private void revoke(OrganizationState organization, AgentState agent) {
        OfferState offer = agent.offers.first();
        while (offer != null) {
            OfferState behind = offer.behind;
            ConversationState conversation = organization.conversation(offer.conversation);
            if (!agent.takesKind(organization.capacity(conversation).kind)) {
                placement.end(conversation, offer, OfferOutcome.REVOKED);
            }
            offer = behind;
        }
    }
}
