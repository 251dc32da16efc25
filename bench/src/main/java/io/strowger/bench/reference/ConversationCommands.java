package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.command.CancelConversation;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ParkConversation;
import io.strowger.engine.command.TransferConversation;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.internal.Bytes;
import java.util.List;

/** Decides completing, cancelling, parking, resuming and transferring. */
final class ConversationCommands {
    private final Session session;
    private final Changes changes;

    ConversationCommands(Session session, Changes changes) {
        this.session = session;
        this.changes = changes;
    }

    Outcome complete(Organization organization, CompleteConversation command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        if (conversation == null || isUnknown(organization, command.agent)) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        if (!conversation.isHandled() || isAnothers(organization, conversation, command.agent)) {
            return Outcome.CONFLICT;
        }
        long wrapUpNanos = organization.queue(conversation.queue).wrapUpNanos();
        if (conversation.state == RouteState.ASSIGNED && wrapUpNanos > 0) {
            wrapUp(organization, conversation, session.now + wrapUpNanos);
        } else {
            changes.complete(organization, conversation);
        }
        return Outcome.DONE;
    }

    Outcome cancel(Organization organization, CancelConversation command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        if (!conversation.isWaiting() && conversation.state != RouteState.PARKED) {
            return Outcome.CONFLICT;
        }
        if (conversation.offer != null) {
            changes.endOffer(organization, conversation, OfferOutcome.CANCELLED);
        }
        changes.cancel(organization, conversation);
        return Outcome.DONE;
    }

    Outcome park(Organization organization, ParkConversation command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        if (conversation == null || isUnknown(organization, command.agent)) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        boolean isParked = conversation.state == RouteState.PARKED;
        if (command.parked ? isParked : conversation.isWaiting()) {
            return Outcome.UNCHANGED;
        }
        if (command.parked && conversation.state == RouteState.QUEUED) {
            changes.park(organization, conversation);
            return Outcome.DONE;
        }
        if (!command.parked && isParked) {
            ConversationQueued event = Placement.again(organization, conversation, QueueReason.RESUMED);
            event.requeues = 0;
            changes.queue(organization, conversation, event, conversation.requirements);
            return Outcome.DONE;
        }
        return Outcome.CONFLICT;
    }

    Outcome transfer(Organization organization, TransferConversation command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        int queue = organization.names.queues().number(command.queue.toText());
        int to = organization.names.agents().number(command.toAgent.toText());
        boolean isQueueUnknown = !command.queue.isEmpty() && (queue < 0 || organization.removedQueues.contains(queue));
        if (conversation == null
                || isUnknown(organization, command.agent)
                || isUnknown(organization, command.toAgent)
                || isQueueUnknown) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        if (conversation.state != RouteState.ASSIGNED || isAnothers(organization, conversation, command.agent)) {
            return Outcome.CONFLICT;
        }
        ConversationQueued event = Placement.again(organization, conversation, QueueReason.TRANSFERRED);
        List<Requirement> requirements = conversation.requirements;
        if (!command.queue.isEmpty() && queue != event.queue) {
            event.queue = queue;
            requirements = Requirements.canonical(organization.queue(queue).requirements());
        }
        if (!command.toAgent.isEmpty()) {
            long until = session.now + organization.limits().preferenceNanos();
            if (to == conversation.agent || !Placement.prefer(organization, event, requirements, to, until)) {
                return Outcome.CONFLICT;
            }
        }
        changes.endAssignment(organization, conversation, AssignmentEnd.TRANSFERRED);
        changes.queue(organization, conversation, event, requirements);
        return Outcome.DONE;
    }

    /** The first conversation of a removed queue moves to the fallback queue. */
    void drain(Organization organization, int queue) {
        Conversation conversation = organization.line.stream()
                .filter(waiting -> waiting.queue == queue)
                .findFirst()
                .orElseThrow();
        ConversationQueued event = Placement.again(organization, conversation, QueueReason.MOVED);
        Placement.prefer(
                organization,
                event,
                conversation.requirements,
                conversation.preferredAgent,
                conversation.preferredUntil);
        changes.queue(organization, conversation, event, conversation.requirements);
    }

    private void wrapUp(Organization organization, Conversation conversation, long until) {
        WrapUpStarted event = new WrapUpStarted();
        event.assignment = conversation.assignment;
        event.conversation = conversation.id;
        event.agent = conversation.agent;
        event.until = until;
        conversation.state = RouteState.WRAP_UP;
        session.timers.arm(Kind.WRAP_UP, organization.number, conversation.id, 0, until);
        session.emit(organization, event);
    }

    private static boolean isUnknown(Organization organization, Bytes agent) {
        NameTable agents = organization.names.agents();
        return !agent.isEmpty() && agents.number(agent.toText()) == DomainEvent.NOBODY;
    }

    private static boolean isAnothers(Organization organization, Conversation conversation, Bytes agent) {
        return !agent.isEmpty() && organization.names.agents().number(agent.toText()) != conversation.agent;
    }
}
