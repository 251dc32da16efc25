package io.strowger.engine.routing;

import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.TransferConversation;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.TransferStarted;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.rules.Terms;

/**
 * Decides transfers. To a queue: the assignment ends, the conversation waits again, with its age, where it was sent. To an
 * agent alone: that agent gets an offer, and the one who has the conversation keeps it until it is accepted.
 */
final class TransferDecider {
    private final Scope scope;
    private final Placement placement;
    private final Cooldown cooldown;
    private final OfferMaker offers;
    private final Remarks remarks;
    private final TransferConversation transfer = new TransferConversation();

    TransferDecider(Scope scope, Placement placement, Cooldown cooldown, OfferMaker offers, Remarks remarks) {
        this.scope = scope;
        this.placement = placement;
        this.cooldown = cooldown;
        this.offers = offers;
        this.remarks = remarks;
    }

    Outcome decide(OrganizationState organization, ByteReader command) {
        transfer.read(command);
        ConversationState conversation = organization.conversations.find(transfer.conversation);
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        int from = organization.agentIndex.find(transfer.agent);
        int to = organization.agentIndex.find(transfer.toAgent);
        int queue = organization.queueIndex.find(transfer.queue);
        boolean unknown = !transfer.agent.isEmpty() && from == DomainEvent.NOBODY
                || !transfer.toAgent.isEmpty() && to == DomainEvent.NOBODY
                || !transfer.queue.isEmpty() && (queue == DomainEvent.NOBODY || organization.queues[queue].removed);
        if (unknown) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        Outcome refusal = remarks.refusal(conversation, transfer.postscript());
        if (refusal != null) {
            return refusal;
        }
        boolean anothers = from != DomainEvent.NOBODY && from != conversation.agent;
        boolean isHeld = conversation.state == RouteState.ASSIGNED || conversation.state == RouteState.DORMANT;
        if (!isHeld || anothers) {
            return Outcome.CONFLICT;
        }
        int maxTransfers = organization.limits.lifecycle().maxTransfers();
        if (maxTransfers > 0 && conversation.transfers >= maxTransfers) {
            return scope.refuse(
                    Outcome.CONFLICT,
                    "the conversation was sent on " + conversation.transfers + " times, as often as it may");
        }
        return queue == DomainEvent.NOBODY ? handOver(conversation, to) : send(conversation, queue, to);
    }

    /** The conversation waits again in a queue, and there for an agent first if one is named. */
    private Outcome send(ConversationState conversation, int queue, int to) {
        OrganizationState organization = conversation.organization;
        ConversationQueued event = placement.again(conversation, QueueReason.TRANSFERRED);
        if (queue != event.queue) {
            event.queue = queue;
            event.requirements.set(Terms.canonical(organization.queues[queue].configuration.requirements()));
        }
        if (to != DomainEvent.NOBODY) {
            long until = scope.now() + organization.limits.preferenceNanos();
            if (to == conversation.agent || !placement.prefer(conversation, event, to, until)) {
                return scope.refuse(
                        Outcome.CONFLICT,
                        "the agent to transfer to has the conversation, is not at work, or does not serve its queue");
            }
        }
        remarks.tell(conversation, transfer.agent, transfer.postscript().reason);
        // What ends the transfer before fills other events, so the one for the queue is not touched by it.
        placement.endTransfer(conversation, OfferOutcome.RESCINDED);
        end(conversation);
        placement.queue(conversation, event);
        return Outcome.DONE;
    }

    /** Another agent is asked to take the conversation over; until then, and if nothing comes of it, it stays. */
    private Outcome handOver(ConversationState conversation, int to) {
        OrganizationState organization = conversation.organization;
        if (conversation.state == RouteState.DORMANT) {
            return scope.refuse(
                    Outcome.CONFLICT, "the conversation waits for its customer; transfer it to a queue, or assign it");
        }
        OfferState asked = conversation.offers.last();
        if (asked != null && asked.agent == to) {
            return Outcome.UNCHANGED;
        }
        if (to == DomainEvent.NOBODY
                || to == conversation.agent
                || !organization.agents[to].serves(conversation.queue)
                || !organization.agents[to].canTake(conversation.signature())) {
            return scope.refuse(
                    Outcome.CONFLICT,
                    "the agent to transfer to has the conversation, does not serve its queue, lacks a skill, or can't take"
                            + " it now; name the queue as well to have it wait for the agent there");
        }
        remarks.tell(conversation, transfer.agent, transfer.postscript().reason);
        placement.endTransfer(conversation, OfferOutcome.RESCINDED);
        TransferStarted event = scope.events.transferStarted;
        event.assignment = conversation.assignment;
        event.conversation = conversation.id;
        event.agent = conversation.agent;
        event.toAgent = to;
        scope.emit(organization, event);
        offers.make(conversation, organization.agents[to], organization.queues[conversation.queue], 1);
        return Outcome.DONE;
    }

    private void end(ConversationState conversation) {
        AssignmentEnded event = scope.events.assignmentEnded;
        event.assignment = conversation.assignment;
        event.conversation = conversation.id;
        event.agent = conversation.agent;
        event.reason = AssignmentEnd.TRANSFERRED;
        event.excludedUntil = cooldown.until(conversation.organization);
        event.softenedAt = cooldown.softenedAt(conversation.organization);
        event.endedAt = scope.now();
        scope.emit(conversation.organization, event);
    }
}
