package io.strowger.verticles.projection;

import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.event.ActionRequested;
import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentReplied;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AnalysisCorrected;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.AssignmentForced;
import io.strowger.engine.event.AttributesGiven;
import io.strowger.engine.event.ConfigurationChanged;
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
import io.strowger.engine.event.ExceptionRaised;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.MoveRefused;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordView;

/** Decodes a record's events, one after the other, into reused event objects. Owned by one thread. */
final class EventWalk {
    private final ByteReader reader = new ByteReader();
    private final Bytes command = new Bytes();
    private final ReceiveMessage message = new ReceiveMessage();
    private final ConfigurationChanged configured = new ConfigurationChanged();
    private final MessageReceived received = new MessageReceived();
    private final ConversationOpened opened = new ConversationOpened();
    private final ConversationScored scored = new ConversationScored();
    private final ConversationQueued queued = new ConversationQueued();
    private final OfferMade offered = new OfferMade();
    private final OfferEnded offerEnded = new OfferEnded();
    private final ConversationAssigned assigned = new ConversationAssigned();
    private final AssignmentEnded assignmentEnded = new AssignmentEnded();
    private final WrapUpStarted wrappingUp = new WrapUpStarted();
    private final ConversationCompleted completed = new ConversationCompleted();
    private final ConversationParked parked = new ConversationParked();
    private final ConversationCancelled cancelled = new ConversationCancelled();
    private final ConversationRested rested = new ConversationRested();
    private final ConversationWoken woken = new ConversationWoken();
    private final AssignmentForced forced = new AssignmentForced();
    private final ConversationScheduled scheduled = new ConversationScheduled();
    private final ConversationAbandoned abandoned = new ConversationAbandoned();
    private final ConversationExpired expired = new ConversationExpired();
    private final ConversationRejected rejected = new ConversationRejected();
    private final ExceptionRaised raised = new ExceptionRaised();
    private final ActionRequested requested = new ActionRequested();
    private final MoveRefused moveRefused = new MoveRefused();
    private final AttributesGiven given = new AttributesGiven();
    private final AgentReplied replied = new AgentReplied();
    private final SlaClockChanged promised = new SlaClockChanged();
    private final AnalysisCorrected corrected = new AnalysisCorrected();
    private final AgentStatusChanged statusChanged = new AgentStatusChanged();
    private final AgentConnectionChanged connectionChanged = new AgentConnectionChanged();

    /** Shows the visitor every event of the record. The view is before its first event again afterwards. */
    void over(RecordView record, RecordVisitor visitor) {
        if (record.commandKind() == CommandKind.RECEIVE_MESSAGE) {
            message.read(reader.wrap(record.command(command)));
        }
        record.rewind();
        while (record.nextEvent()) {
            visit(record, visitor);
        }
        record.rewind();
    }

    private void visit(RecordView record, RecordVisitor visitor) {
        switch (record.eventKind()) {
            case CONFIGURATION_CHANGED -> visitor.configured(record, read(record, configured));
            case MESSAGE_RECEIVED -> visitor.received(record, read(record, received), message);
            case CONVERSATION_OPENED -> visitor.opened(record, read(record, opened));
            case CONVERSATION_SCORED -> visitor.scored(record, read(record, scored));
            case CONVERSATION_QUEUED -> visitor.queued(record, read(record, queued));
            case OFFER_MADE -> visitor.offered(record, read(record, offered));
            case OFFER_ENDED -> visitor.offerEnded(record, read(record, offerEnded));
            case CONVERSATION_ASSIGNED -> visitor.assigned(record, read(record, assigned));
            case ASSIGNMENT_ENDED -> visitor.assignmentEnded(record, read(record, assignmentEnded));
            case WRAP_UP_STARTED -> visitor.wrappingUp(record, read(record, wrappingUp));
            case CONVERSATION_COMPLETED -> visitor.completed(record, read(record, completed));
            case CONVERSATION_PARKED -> visitor.parked(record, read(record, parked));
            case CONVERSATION_CANCELLED -> visitor.cancelled(record, read(record, cancelled));
            case CONVERSATION_RESTED -> visitor.rested(record, read(record, rested));
            case CONVERSATION_WOKEN -> visitor.woken(record, read(record, woken));
            case ASSIGNMENT_FORCED -> visitor.forced(record, read(record, forced));
            case CONVERSATION_SCHEDULED -> visitor.scheduled(record, read(record, scheduled));
            case CONVERSATION_ABANDONED -> visitor.abandoned(record, read(record, abandoned));
            case CONVERSATION_EXPIRED -> visitor.expired(record, read(record, expired));
            case CONVERSATION_REJECTED -> visitor.rejected(record, read(record, rejected));
            case EXCEPTION_RAISED -> visitor.raised(record, read(record, raised));
            case ACTION_REQUESTED -> visitor.requested(record, read(record, requested));
            case MOVE_REFUSED -> visitor.moveRefused(record, read(record, moveRefused));
            case ATTRIBUTES_GIVEN -> visitor.given(record, read(record, given));
            case AGENT_REPLIED -> visitor.replied(record, read(record, replied));
            case SLA_CLOCK_CHANGED -> visitor.promised(record, read(record, promised));
            case ANALYSIS_CORRECTED -> visitor.corrected(record, read(record, corrected));
            case AGENT_STATUS_CHANGED -> visitor.statusChanged(record, read(record, statusChanged));
            case AGENT_CONNECTION_CHANGED -> visitor.connectionChanged(record, read(record, connectionChanged));
            // What concerns only the router's own bookkeeping: labels come from the directory, and no reader is shown
            // exclusions, preferences, forgotten conversations or restarts. A transfer's offer says all that a row
            // needs.
            case LABELS_NAMED,
                    TRANSFER_STARTED,
                    REASON_GIVEN,
                    LIFETIME_SET,
                    CALENDAR_TURNED,
                    OPENING_AWAITED,
                    QUEUE_TURNED,
                    STEP_ENTERED,
                    DEMAND_SET,
                    WATCH_SET,
                    SLA_REVIEWED,
                    AGENT_STATUS_PLANNED,
                    AGENT_AVAILABILITY_CHANGED,
                    TRANSFER_FAILED,
                    CONVERSATION_FORGOTTEN,
                    EXCLUSION_ENDED,
                    EXCLUSION_SOFTENED,
                    PREFERENCE_ENDED,
                    AGENT_REVIEWED,
                    MATCHING_POSTPONED,
                    CONVERSATION_PICKED,
                    FAIRNESS_WINDOW_STARTED,
                    AGENT_DRAWN,
                    REQUIREMENTS_RELAXED,
                    DELAY_ELAPSED,
                    BATCH_OPENED,
                    BATCH_CLOSED,
                    BATCH_PAIRED,
                    PASSED_OVER,
                    RECOVERED,
                    NONE -> {}
        }
    }

    private static <E extends DomainEvent> E read(RecordView record, E event) {
        event.read(record.content());
        return event;
    }
}
