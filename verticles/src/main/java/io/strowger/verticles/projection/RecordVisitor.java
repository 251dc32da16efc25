package io.strowger.verticles.projection;

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
import io.strowger.engine.event.ExceptionRaised;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.MoveRefused;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.record.RecordView;

/**
 * One method a kind of event that projections care about; {@link EventWalk} calls them in the order of the record. Events,
 * the message and the record are reused: copy what is kept. {@link RecordView#eventOrganization()} is the event's
 * organization.
 */
interface RecordVisitor {
    default void configured(RecordView record, ConfigurationChanged event) {}

    /** The message is the command that the record holds. */
    default void received(RecordView record, MessageReceived event, ReceiveMessage message) {}

    default void opened(RecordView record, ConversationOpened event) {}

    default void scored(RecordView record, ConversationScored event) {}

    default void queued(RecordView record, ConversationQueued event) {}

    default void offered(RecordView record, OfferMade event) {}

    default void offerEnded(RecordView record, OfferEnded event) {}

    default void assigned(RecordView record, ConversationAssigned event) {}

    default void assignmentEnded(RecordView record, AssignmentEnded event) {}

    default void wrappingUp(RecordView record, WrapUpStarted event) {}

    default void completed(RecordView record, ConversationCompleted event) {}

    default void parked(RecordView record, ConversationParked event) {}

    default void cancelled(RecordView record, ConversationCancelled event) {}

    default void rested(RecordView record, ConversationRested event) {}

    default void woken(RecordView record, ConversationWoken event) {}

    default void forced(RecordView record, AssignmentForced event) {}

    default void scheduled(RecordView record, ConversationScheduled event) {}

    default void abandoned(RecordView record, ConversationAbandoned event) {}

    default void expired(RecordView record, ConversationExpired event) {}

    default void raised(RecordView record, ExceptionRaised event) {}

    default void requested(RecordView record, ActionRequested event) {}

    default void moveRefused(RecordView record, MoveRefused event) {}

    default void given(RecordView record, AttributesGiven event) {}

    default void replied(RecordView record, AgentReplied event) {}

    default void promised(RecordView record, SlaClockChanged event) {}

    default void rejected(RecordView record, ConversationRejected event) {}

    default void corrected(RecordView record, AnalysisCorrected event) {}

    default void statusChanged(RecordView record, AgentStatusChanged event) {}

    default void connectionChanged(RecordView record, AgentConnectionChanged event) {}
}
