package io.strowger.engine.routing;

import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.PreferenceEnded;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.ByteReader;

/** Decides the answers to offers, and what becomes of offers without one. */
final class OfferDecider {
    private final Scope scope;
    private final Placement placement;
    private final Cooldown cooldown;
    private final Closing closing;
    private final Remarks remarks;
    private final ExceptionDecider exceptions;
    private final AnswerOffer answer = new AnswerOffer();

    OfferDecider(
            Scope scope,
            Placement placement,
            Cooldown cooldown,
            Closing closing,
            Remarks remarks,
            ExceptionDecider exceptions) {
        this.scope = scope;
        this.placement = placement;
        this.cooldown = cooldown;
        this.closing = closing;
        this.remarks = remarks;
        this.exceptions = exceptions;
    }

    Outcome decide(OrganizationState organization, ByteReader command) {
        answer.read(command);
        int agent = organization.agentIndex.find(answer.agent);
        OfferState offer = organization.offers.find(answer.offer);
        if (agent == DomainEvent.NOBODY || offer == null) {
            return Outcome.NOT_FOUND;
        }
        if (offer.agent != agent) {
            return scope.refuse(Outcome.CONFLICT, "the offer is another agent's");
        }
        if (!offer.isPending()) {
            return repeated(organization, offer);
        }
        ConversationState conversation = organization.conversation(offer.conversation);
        scope.about = conversation;
        Outcome refusal = remarks.refusal(answer.reason);
        if (refusal != null) {
            return refusal;
        }
        if (answer.accepted) {
            accept(conversation, offer);
        } else {
            remarks.tell(conversation, answer.agent, answer.reason);
            decline(conversation, offer, organization.agents[agent].missCount);
        }
        return Outcome.DONE;
    }

    /** The offer's deadline passed. */
    void expire(OrganizationState organization, OfferState offer) {
        AgentState agent = organization.agents[offer.agent];
        int missCount = agent.missCount + 1;
        exclude(organization.conversation(offer.conversation), offer, OfferOutcome.EXPIRED, missCount);
        if (missCount >= organization.limits.missThreshold() && agent.status == AgentStatus.AVAILABLE) {
            AgentStatusChanged changed = scope.events.agentStatusChanged;
            changed.agent = agent.index;
            changed.status = AgentStatus.NOT_RESPONDING;
            changed.changedAt = scope.now();
            changed.idleSince = agent.idleSince;
            changed.returnAt = agent.returnAt;
            scope.emit(organization, changed);
            revokeAll(organization, agent);
        }
    }

    /** Takes back all pending offers of an agent, the oldest first. */
    void revokeAll(OrganizationState organization, AgentState agent) {
        for (OfferState offer = agent.offers.first(); offer != null; offer = agent.offers.first()) {
            placement.end(organization.conversation(offer.conversation), offer, OfferOutcome.REVOKED);
        }
    }

    private Outcome repeated(OrganizationState organization, OfferState offer) {
        boolean same = offer.outcome == (answer.accepted ? OfferOutcome.ACCEPTED : OfferOutcome.DECLINED);
        ConversationState conversation = organization.conversations.find(offer.conversation);
        if (same && conversation != null && (!answer.accepted || conversation.assignment == offer.id)) {
            scope.about = conversation;
            return Outcome.UNCHANGED;
        }
        return scope.refuse(Outcome.CONFLICT, sentence(offer.outcome));
    }

    private static String sentence(OfferOutcome outcome) {
        return switch (outcome) {
            case PENDING -> "the offer has no answer yet";
            case ACCEPTED -> "the offer was accepted";
            case DECLINED -> "the offer was declined";
            case EXPIRED -> "the offer has expired";
            case RESCINDED -> "the offer was rescinded: the conversation went elsewhere";
            case REVOKED -> "the offer was revoked: the agent could not take it any more";
            case CANCELLED -> "the offer was cancelled with its conversation";
        };
    }

    private void accept(ConversationState conversation, OfferState offer) {
        OrganizationState organization = conversation.organization;
        if (conversation.state == RouteState.ASSIGNED) {
            // Taken over: it changes hands in one step and never waits in between.
            closing.endAssignment(conversation, AssignmentEnd.TRANSFERRED);
        }
        OfferEnded ended = scope.events.offerEnded;
        ended.offer = offer.id;
        ended.conversation = conversation.id;
        ended.agent = offer.agent;
        ended.outcome = OfferOutcome.ACCEPTED;
        ended.excludedUntil = 0;
        ended.softenedAt = 0;
        ended.missCount = 0;
        scope.emit(organization, ended);
        placement.endAll(conversation, OfferOutcome.RESCINDED);
        ConversationAssigned assigned = scope.events.conversationAssigned;
        assigned.assignment = offer.id;
        assigned.conversation = conversation.id;
        assigned.agent = offer.agent;
        assigned.cost = offer.cost;
        assigned.assignedAt = scope.now();
        scope.emit(organization, assigned);
    }

    /** The agent may say when to be asked again: not before, and not by softening either. */
    private void decline(ConversationState conversation, OfferState offer, int missCount) {
        if (answer.retryAt == 0) {
            exclude(conversation, offer, OfferOutcome.DECLINED, missCount);
        } else {
            long until = answer.retryAt > scope.now() ? answer.retryAt : 0;
            exclude(conversation, offer, OfferOutcome.DECLINED, missCount, until, 0);
        }
    }

    private void exclude(ConversationState conversation, OfferState offer, OfferOutcome outcome, int missCount) {
        OrganizationState organization = conversation.organization;
        long until = cooldown.until(organization);
        exclude(conversation, offer, outcome, missCount, until, cooldown.softenedAt(organization));
    }

    private void exclude(
            ConversationState conversation,
            OfferState offer,
            OfferOutcome outcome,
            int missCount,
            long until,
            long softenedAt) {
        OrganizationState organization = conversation.organization;
        int agent = offer.agent;
        boolean isTransfer = conversation.state == RouteState.ASSIGNED;
        OfferEnded ended = scope.events.offerEnded;
        ended.offer = offer.id;
        ended.conversation = conversation.id;
        ended.agent = agent;
        ended.outcome = outcome;
        ended.excludedUntil = isTransfer ? 0 : until;
        ended.softenedAt = isTransfer ? 0 : softenedAt;
        ended.missCount = missCount;
        scope.emit(organization, ended);
        if (isTransfer) {
            placement.transferFailed(conversation, offer);
            return;
        }
        exceptions.note(conversation, ExceptionDecider.REFUSED);
        if (conversation.preferredAgent == agent) {
            PreferenceEnded preference = scope.events.preferenceEnded;
            preference.conversation = conversation.id;
            scope.emit(organization, preference);
        }
    }
}
