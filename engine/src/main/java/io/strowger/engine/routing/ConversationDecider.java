package io.strowger.engine.routing;

import io.strowger.engine.command.CancelConversation;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.CorrectAnalysis;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ParkConversation;
import io.strowger.engine.event.AnalysisCorrected;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Head;

/** Decides completing, cancelling, parking, resuming and correcting. */
final class ConversationDecider {
    private static final int MAX_LABEL_BYTES = 128;
    private static final int DELETE = 0x7f;

    /** The API, where an agent's id could stand. */
    private static final Bytes NOBODY = new Bytes();

    private final Scope scope;
    private final Placement placement;
    private final Closing closing;
    private final Remarks remarks;
    private final CompleteConversation complete = new CompleteConversation();
    private final CancelConversation cancel = new CancelConversation();
    private final ParkConversation park = new ParkConversation();
    private final CorrectAnalysis correct = new CorrectAnalysis();

    ConversationDecider(Scope scope, Placement placement, Closing closing, Remarks remarks) {
        this.scope = scope;
        this.placement = placement;
        this.closing = closing;
        this.remarks = remarks;
    }

    Outcome complete(OrganizationState organization, ByteReader command) {
        complete.read(command);
        ConversationState conversation = organization.conversations.find(complete.conversation);
        if (conversation == null || isUnknown(organization, complete.agent)) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        Outcome refusal = remarks.refusal(conversation, complete.postscript());
        if (refusal != null) {
            return refusal;
        }
        boolean anothers =
                !complete.agent.isEmpty() && organization.agentIndex.find(complete.agent) != conversation.agent;
        if (conversation.agent == DomainEvent.NOBODY || anothers) {
            return Outcome.CONFLICT;
        }
        remarks.tell(conversation, complete.agent, complete.postscript().reason);
        placement.endTransfer(conversation, OfferOutcome.CANCELLED);
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
        Outcome refusal = remarks.refusal(conversation, cancel.postscript());
        if (refusal != null) {
            return refusal;
        }
        boolean isAside = conversation.state == RouteState.PARKED || conversation.state == RouteState.SCHEDULED;
        if (!conversation.isWaiting() && !isAside) {
            return Outcome.CONFLICT;
        }
        remarks.tell(conversation, NOBODY, cancel.postscript().reason);
        placement.endAll(conversation, OfferOutcome.CANCELLED);
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
        Outcome refusal = remarks.refusal(conversation, park.postscript());
        if (refusal != null) {
            return refusal;
        }
        boolean parked = conversation.state == RouteState.PARKED;
        if (park.parked == parked && (parked || conversation.isWaiting())) {
            return Outcome.UNCHANGED;
        }
        if (park.parked && conversation.state == RouteState.QUEUED) {
            remarks.tell(conversation, park.agent, park.postscript().reason);
            ConversationParked event = scope.events.conversationParked;
            event.conversation = conversation.id;
            scope.emit(organization, event);
            return Outcome.DONE;
        }
        if (!park.parked && parked) {
            remarks.tell(conversation, park.agent, park.postscript().reason);
            ConversationQueued event = placement.again(conversation, QueueReason.RESUMED);
            event.requeues = 0;
            placement.queueAnyway(conversation, event);
            return Outcome.DONE;
        }
        return Outcome.CONFLICT;
    }

    Outcome correct(OrganizationState organization, ByteReader command) {
        correct.read(command);
        ConversationState conversation = organization.conversations.find(correct.conversation);
        if (conversation == null
                || isUnknown(organization, correct.agent)
                || correct.message < conversation.id
                || correct.message >= scope.record().sequence()) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        if (correct.head < 0 || correct.head >= Head.count() || !isLabel(correct.label)) {
            return scope.refuse(
                    Outcome.INVALID,
                    "a label has 1 to " + MAX_LABEL_BYTES + " bytes of UTF-8 without control characters");
        }
        AnalysisCorrected event = scope.events.analysisCorrected;
        event.conversation = conversation.id;
        event.message = correct.message;
        event.head = correct.head;
        event.label.set(correct.label);
        event.agent = correct.agent.isEmpty() ? DomainEvent.NOBODY : organization.agentIndex.find(correct.agent);
        scope.emit(organization, event);
        return Outcome.DONE;
    }

    private static boolean isLabel(Bytes label) {
        for (int index = 0; index < label.length(); index++) {
            int character = label.at(index) & 0xff;
            if (character < ' ' || character == DELETE) {
                return false;
            }
        }
        return !label.isEmpty() && label.length() <= MAX_LABEL_BYTES;
    }

    private static boolean isUnknown(OrganizationState organization, Bytes agent) {
        return !agent.isEmpty() && organization.agentIndex.find(agent) == DomainEvent.NOBODY;
    }
}
