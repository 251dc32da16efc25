package io.strowger.engine.routing;

import io.strowger.engine.command.CancelConversation;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ParkConversation;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;

/** Decides completing, cancelling, parking and resuming. */
final class ConversationDecider {
    private final Scope scope;
    private final Placement placement;
    private final Closing closing;
    private final CompleteConversation complete = new CompleteConversation();
    private final CancelConversation cancel = new CancelConversation();
    private final ParkConversation park = new ParkConversation();

    ConversationDecider(Scope scope, Placement placement, Closing closing) {
        this.scope = scope;
        this.placement = placement;
        this.closing = closing;
    }

    Outcome complete(OrganizationState organization, ByteReader command) {
        complete.read(command);
        ConversationState conversation = organization.conversations.find(complete.conversation);
        if (conversation == null || isUnknown(organization, complete.agent)) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        boolean anothers =
                !complete.agent.isEmpty() && organization.agentIndex.find(complete.agent) != conversation.agent;
        if (conversation.agent == DomainEvent.NOBODY || anothers) {
            return Outcome.CONFLICT;
        }
        long wrapUpNanos = organization.queues[conversation.queue].configuration.wrapUpNanos();
        if (conversation.state == RouteState.ASSIGNED && wrapUpNanos > 0) {
            WrapUpStarted event = scope.events.wrapUpStarted;
            event.assignment = conversation.assignment;
            event.conversation = conversation.id;
            event.agent = conversation.agent;
            event.until = scope.now() + wrapUpNanos;
            scope.emit(organization, event);
        } else {
            closing.complete(conversation);
        }
        return Outcome.DONE;
    }

    Outcome cancel(OrganizationState organization, ByteReader command) {
        cancel.read(command);
        ConversationState conversation = organization.conversations.find(cancel.conversation);
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        if (!conversation.isWaiting() && conversation.state != RouteState.PARKED) {
            return Outcome.CONFLICT;
        }
        OfferState offer = conversation.offer;
        if (offer != null) {
            placement.end(conversation, offer, OfferOutcome.CANCELLED);
        }
        closing.cancel(conversation);
        return Outcome.DONE;
    }

    Outcome park(OrganizationState organization, ByteReader command) {
        park.read(command);
        ConversationState conversation = organization.conversations.find(park.conversation);
        if (conversation == null || isUnknown(organization, park.agent)) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        boolean parked = conversation.state == RouteState.PARKED;
        if (park.parked == parked && (parked || conversation.isWaiting())) {
            return Outcome.UNCHANGED;
        }
        if (park.parked && conversation.state == RouteState.QUEUED) {
            ConversationParked event = scope.events.conversationParked;
            event.conversation = conversation.id;
            scope.emit(organization, event);
            return Outcome.DONE;
        }
        if (!park.parked && parked) {
            ConversationQueued event = placement.again(conversation, QueueReason.RESUMED);
            event.requeues = 0;
            placement.queue(conversation, event);
            return Outcome.DONE;
        }
        return Outcome.CONFLICT;
    }

    private static boolean isUnknown(OrganizationState organization, Bytes agent) {
        return !agent.isEmpty() && organization.agentIndex.find(agent) == DomainEvent.NOBODY;
    }
}
