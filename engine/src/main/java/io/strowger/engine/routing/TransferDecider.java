package io.strowger.engine.routing;

import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.TransferConversation;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.rules.Terms;

/** Decides transfers: the assignment ends, the conversation waits again, with its age, where it was sent. */
final class TransferDecider {
    private final Scope scope;
    private final Placement placement;
    private final Cooldown cooldown;
    private final TransferConversation transfer = new TransferConversation();

    TransferDecider(Scope scope, Placement placement, Cooldown cooldown) {
        this.scope = scope;
        this.placement = placement;
        this.cooldown = cooldown;
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
        boolean anothers = from != DomainEvent.NOBODY && from != conversation.agent;
        if (conversation.state != RouteState.ASSIGNED || anothers) {
            return Outcome.CONFLICT;
        }
        ConversationQueued event = placement.again(conversation, QueueReason.TRANSFERRED);
        if (queue != DomainEvent.NOBODY && queue != event.queue) {
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
        end(conversation);
        placement.queue(conversation, event);
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
