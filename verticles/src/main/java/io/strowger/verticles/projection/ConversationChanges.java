package io.strowger.verticles.projection;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.event.AgentReplied;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationAbandoned;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationCompleted;
import io.strowger.engine.event.ConversationExpired;
import io.strowger.engine.event.ConversationOpened;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationRejected;
import io.strowger.engine.event.ConversationRested;
import io.strowger.engine.event.ConversationScheduled;
import io.strowger.engine.event.ConversationScored;
import io.strowger.engine.event.ConversationWoken;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.record.RecordView;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Folds the events of a batch into one change a conversation. */
final class ConversationChanges {
    private final RowContext context;
    private final Map<Long, ConversationChange> changes = new LinkedHashMap<>();

    ConversationChanges(RowContext context) {
        this.context = context;
    }

    void add(RecordView record, ConversationOpened event) {
        ConversationChange change = change(record, event.conversation);
        change.opened = true;
        change.channel = event.channel;
        change.key = event.key.toText();
        change.openedAt = record.time();
    }

    void add(RecordView record, MessageReceived event, ReceiveMessage message) {
        ConversationChange change = change(record, event.conversation);
        change.messages++;
        change.lastMessageAt = record.time();
        if (!message.contactId.isEmpty()) {
            change.contact = new ContactView(
                    message.contactId.toText(),
                    message.contactName.toText(),
                    message.contactTier.toText(),
                    message.contactLanguage.toText());
        }
    }

    void add(RecordView record, ConversationScored event) {
        change(record, event.conversation).analysis = new AnalysisView(
                context.label(event.language),
                context.label(event.intent),
                context.label(event.sentiment),
                context.label(event.emotion),
                context.label(event.urgency),
                event.sentimentScore / 10_000.0);
    }

    void add(RecordView record, ConversationQueued event) {
        ConversationChange change = become(record, event.conversation, RouteState.QUEUED);
        change.queued = true;
        change.queue = event.queue;
        change.priority = event.priority;
        change.rule = event.rule;
        change.stay = event.stay;
        change.requeues = event.requeues;
        change.tags = Words.lines(event.tags);
        change.queuedAt = event.queuedAt;
        change.hand(DomainEvent.NOBODY, 0);
        change.end(0);
    }

    /** The agent's answer changes nothing but the version. */
    void add(RecordView record, AgentReplied event) {
        change(record, event.conversation);
    }

    void add(RecordView record, OfferMade event) {
        change(record, event.conversation).offers++;
    }

    void add(RecordView record, OfferEnded event) {
        change(record, event.conversation).offers--;
    }

    void add(RecordView record, ConversationAssigned event) {
        become(record, event.conversation, RouteState.ASSIGNED).hand(event.agent, event.assignedAt);
    }

    void add(RecordView record, ConversationRested event) {
        become(record, event.conversation, RouteState.DORMANT);
    }

    void add(RecordView record, ConversationWoken event) {
        become(record, event.conversation, RouteState.ASSIGNED);
    }

    void add(RecordView record, WrapUpStarted event) {
        become(record, event.conversation, RouteState.WRAP_UP);
    }

    void add(RecordView record, AssignmentEnded event) {
        if (event.reason != AssignmentEnd.COMPLETED) {
            change(record, event.conversation).hand(DomainEvent.NOBODY, 0);
        }
    }

    void add(RecordView record, ConversationCompleted event) {
        become(record, event.conversation, RouteState.COMPLETED).end(event.completedAt);
    }

    void add(RecordView record, ConversationParked event) {
        become(record, event.conversation, RouteState.PARKED).hand(DomainEvent.NOBODY, 0);
    }

    void add(RecordView record, ConversationCancelled event) {
        become(record, event.conversation, RouteState.CANCELLED).end(record.time());
    }

    void add(RecordView record, ConversationScheduled event) {
        become(record, event.conversation, RouteState.SCHEDULED).hand(DomainEvent.NOBODY, 0);
    }

    void add(RecordView record, ConversationAbandoned event) {
        become(record, event.conversation, RouteState.ABANDONED).end(record.time());
    }

    void add(RecordView record, ConversationExpired event) {
        become(record, event.conversation, RouteState.EXPIRED).end(record.time());
    }

    void add(RecordView record, ConversationRejected event) {
        become(record, event.conversation, RouteState.REJECTED).end(record.time());
    }

    private ConversationChange become(RecordView record, long conversation, RouteState state) {
        ConversationChange change = change(record, conversation);
        change.baseState = Words.of(state);
        return change;
    }

    private ConversationChange change(RecordView record, long conversation) {
        ConversationChange change =
                changes.computeIfAbsent(conversation, id -> new ConversationChange(record.eventOrganization(), id));
        change.sequence = record.sequence();
        return change;
    }

    Collection<ConversationChange> all() {
        return changes.values();
    }

    void clear() {
        changes.clear();
    }
}
