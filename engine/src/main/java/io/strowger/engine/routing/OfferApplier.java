package io.strowger.engine.routing;

import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationRested;
import io.strowger.engine.event.ConversationWoken;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.WrapUpStarted;

/** Applies offers and assignments: who holds what, and what an agent can take. */
final class OfferApplier {
    /** Ended offers that an organization remembers, to tell a late answer what became of its offer. */
    static final int ENDED_OFFERS_KEPT = 4_096;

    private final RouterState state;
    private final WaitingLines lines;
    private final Exclusions exclusions;
    private final WorkflowApplier workflows;

    OfferApplier(RouterState state, WaitingLines lines, Exclusions exclusions, WorkflowApplier workflows) {
        this.state = state;
        this.lines = lines;
        this.exclusions = exclusions;
        this.workflows = workflows;
    }

    void offerMade(OrganizationState organization, OfferMade event) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        AgentState agent = organization.agents[event.agent];
        OfferState offer = organization.takeOffer();
        offer.id = event.offer;
        offer.conversation = event.conversation;
        offer.agent = event.agent;
        offer.queue = event.queue;
        offer.cost = event.cost;
        offer.offeredAt = event.offeredAt;
        offer.expiresAt = event.expiresAt;
        offer.outcome = OfferOutcome.PENDING;
        offer.timer = state.wheel.arm(
                TimerKind.OFFER_EXPIRY, offer.id, TimerKind.sub(organization, event.agent), event.expiresAt);
        organization.offers.put(offer.id, offer);
        state.lastOffer = Math.max(state.lastOffer, event.offer);
        conversation.offers.append(offer);
        if (conversation.state == RouteState.ASSIGNED) {
            organization.statistics.pendingTransfers++;
        } else {
            conversation.state = RouteState.OFFERED;
            organization.queues[conversation.queue].estimates.asked(conversation, event.offeredAt);
            if (conversation.offers.size() >= conversation.maxOffers()) {
                lines.hide(conversation);
            }
        }
        agent.offers.append(offer);
        agent.asked(organization.queues[event.queue], event.offeredAt);
        agent.hold(organization.capacity(conversation).kind, event.cost);
        organization.statistics.offersMade++;
        organization.statistics.pendingOffers++;
        refresh(agent);
    }

    void offerEnded(OrganizationState organization, OfferEnded event) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        AgentState agent = organization.agents[event.agent];
        OfferState offer = organization.offer(event.offer);
        state.wheel.cancel(offer.timer);
        offer.outcome = event.outcome;
        agent.offers.remove(offer);
        agent.missCount = event.missCount;
        conversation.offers.remove(offer);
        boolean isTransfer = conversation.state != RouteState.OFFERED;
        if (isTransfer) {
            organization.statistics.pendingTransfers--;
        }
        remember(organization, offer);
        count(organization.statistics, event.outcome);
        if (event.outcome == OfferOutcome.ACCEPTED) {
            // What the offer reserved stays with the assignment, which follows in the same record.
            conversation.cost = offer.cost;
            return;
        }
        agent.release(organization.capacity(conversation).kind, offer.cost);
        if (event.excludedUntil != 0) {
            exclusions.add(conversation, agent, event.excludedUntil, event.softenedAt);
        }
        if (!isTransfer) {
            boolean isRefused = event.outcome == OfferOutcome.DECLINED || event.outcome == OfferOutcome.EXPIRED;
            conversation.workflow.refusals += isRefused ? 1 : 0;
            lines.show(conversation);
        }
        refresh(agent);
    }

    void assigned(OrganizationState organization, ConversationAssigned event, long now) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        AgentState agent = organization.agents[event.agent];
        if (conversation.isWaiting()) {
            lines.leave(conversation, now);
            organization.queues[conversation.queue].estimates.served(conversation, event.assignedAt);
            workflows.rest(conversation);
        } else if (conversation.state == RouteState.PARKED) {
            WaitingLines.unpark(conversation);
        }
        lines.endPreference(conversation);
        exclusions.clear(conversation);
        if (conversation.cost == 0) {
            agent.hold(organization.capacity(conversation).kind, event.cost);
            agent.asked(organization.queues[conversation.queue], event.assignedAt);
            state.lastOffer = Math.max(state.lastOffer, event.assignment);
        }
        conversation.cost = event.cost;
        conversation.state = RouteState.ASSIGNED;
        conversation.unread = 0;
        conversation.agent = event.agent;
        conversation.assignment = event.assignment;
        conversation.assignedAt = event.assignedAt;
        takeUp(agent, conversation, now);
        agent.share.assignments++;
        organization.statistics.assigned++;
        refresh(agent);
    }

    /** The agent keeps the conversation, but not as something to be done: it takes no capacity and is not in the way. */
    void rested(OrganizationState organization, ConversationRested event) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        AgentState agent = organization.agents[event.agent];
        setDown(organization, conversation, agent, true, event.restedAt);
        agent.idleSince = event.restedAt;
        conversation.state = RouteState.DORMANT;
        organization.statistics.dormant++;
        refresh(agent);
    }

    void woken(OrganizationState organization, ConversationWoken event, long now) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        AgentState agent = organization.agents[event.agent];
        agent.hold(organization.capacity(conversation).kind, event.cost);
        takeUp(agent, conversation, now);
        conversation.cost = event.cost;
        conversation.state = RouteState.ASSIGNED;
        conversation.unread = 0;
        organization.statistics.dormant--;
        organization.statistics.assigned++;
        refresh(agent);
    }

    void wrapUpStarted(OrganizationState organization, WrapUpStarted event) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        conversation.state = RouteState.WRAP_UP;
        conversation.endsAt = event.until;
        conversation.endTimer = state.wheel.arm(
                TimerKind.WRAP_UP, conversation.id, TimerKind.sub(organization, event.agent), event.until);
    }

    void assignmentEnded(OrganizationState organization, AssignmentEnded event) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        AgentState agent = organization.agents[event.agent];
        state.wheel.cancel(conversation.endTimer);
        conversation.endTimer = TimingWheel.NO_TIMER;
        conversation.endsAt = 0;
        if (conversation.state == RouteState.DORMANT) {
            organization.statistics.dormant--;
        } else {
            boolean done = event.reason == AssignmentEnd.COMPLETED || event.reason == AssignmentEnd.TRANSFERRED;
            setDown(organization, conversation, agent, done, event.endedAt);
            agent.idleSince = event.endedAt;
        }
        conversation.assignment = 0;
        conversation.assignedAt = 0;
        conversation.transfers += event.reason == AssignmentEnd.TRANSFERRED ? 1 : 0;
        conversation.lastAgent = event.agent;
        conversation.agent = DomainEvent.NOBODY;
        conversation.state = RouteState.NONE;
        if (event.excludedUntil != 0) {
            exclusions.add(conversation, agent, event.excludedUntil, event.softenedAt);
        }
        refresh(agent);
    }

    /** The agent has it in hand no more; who waited for that to take another status takes it at once. */
    private void setDown(
            OrganizationState organization, ConversationState conversation, AgentState agent, boolean done, long now) {
        organization.queues[conversation.queue].estimates.setDown(conversation, done, now);
        agent.assignments.remove(conversation);
        agent.release(organization.capacity(conversation).kind, conversation.cost);
        conversation.cost = 0;
        organization.statistics.assigned--;
        if (agent.nextStatus != null && agent.assignments.size() == 0) {
            agent.nextTimer =
                    state.wheel.arm(TimerKind.NEXT_STATUS, agent.index, TimerKind.sub(organization, agent.index), now);
        }
    }

    private void takeUp(AgentState agent, ConversationState conversation, long now) {
        conversation.organization.queues[conversation.queue].estimates.takenUp(conversation, now);
        agent.assignments.append(conversation);
        state.wheel.cancel(agent.nextTimer);
        agent.nextTimer = TimingWheel.NO_TIMER;
    }

    private void refresh(AgentState agent) {
        if (agent.refresh()) {
            state.work.add(agent);
        }
    }

    private static void remember(OrganizationState organization, OfferState offer) {
        organization.endedOffers.append(offer);
        if (organization.endedOffers.size() > ENDED_OFFERS_KEPT) {
            OfferState oldest = organization.endedOffers.first();
            if (oldest != null) {
                organization.endedOffers.remove(oldest);
                organization.offers.remove(oldest.id);
                organization.giveBack(oldest);
            }
        }
    }

    private static void count(OrganizationStatistics statistics, OfferOutcome outcome) {
        statistics.pendingOffers--;
        switch (outcome) {
            case ACCEPTED -> statistics.offersAccepted++;
            case DECLINED -> statistics.offersDeclined++;
            case EXPIRED -> statistics.offersExpired++;
            case RESCINDED, REVOKED, CANCELLED -> statistics.offersWithdrawn++;
            case PENDING -> throw new IllegalArgumentException("an offer can't end as pending");
        }
    }
}
