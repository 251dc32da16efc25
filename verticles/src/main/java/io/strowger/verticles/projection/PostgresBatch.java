package io.strowger.verticles.projection;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.event.ActionRequested;
import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentReplied;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AnalysisCorrected;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.AssignmentForced;
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
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** The rows of one transaction, collected record by record: each event goes to the tables that it concerns. */
final class PostgresBatch implements RecordVisitor {
    private final ConfigurationRows configuration = new ConfigurationRows();
    private final AgentRows agents;
    private final ConversationChanges changes;
    private final ConversationRows conversations;
    private final MessageRows messages;
    private final OfferRows offers;
    private final AssignmentRows assignments;
    private final DecisionRows decisions;
    private final CorrectionRows corrections;
    private final ForcedRows forced;
    private final ExceptionRows exceptions;
    private final SlaRows promises;

    PostgresBatch(RowContext context) {
        agents = new AgentRows(context);
        changes = new ConversationChanges(context);
        conversations = new ConversationRows(context);
        messages = new MessageRows(context);
        offers = new OfferRows(context);
        assignments = new AssignmentRows(context);
        decisions = new DecisionRows(context);
        corrections = new CorrectionRows(context);
        forced = new ForcedRows(context);
        exceptions = new ExceptionRows(context);
        promises = new SlaRows(context);
    }

    @Override
    public void configured(RecordView record, ConfigurationChanged event) {
        configuration.add(record, event);
    }

    @Override
    public void received(RecordView record, MessageReceived event, ReceiveMessage message) {
        messages.add(record, event, message);
        changes.add(record, event, message);
    }

    @Override
    public void opened(RecordView record, ConversationOpened event) {
        changes.add(record, event);
    }

    @Override
    public void scored(RecordView record, ConversationScored event) {
        changes.add(record, event);
    }

    @Override
    public void queued(RecordView record, ConversationQueued event) {
        changes.add(record, event);
        decisions.add(record, event);
    }

    @Override
    public void offered(RecordView record, OfferMade event) {
        changes.add(record, event);
        offers.add(record, event);
        decisions.add(record, event);
    }

    @Override
    public void offerEnded(RecordView record, OfferEnded event) {
        changes.add(record, event);
        offers.add(record, event);
    }

    @Override
    public void assigned(RecordView record, ConversationAssigned event) {
        changes.add(record, event);
        assignments.add(record, event);
    }

    @Override
    public void assignmentEnded(RecordView record, AssignmentEnded event) {
        changes.add(record, event);
        assignments.add(record, event);
    }

    @Override
    public void rested(RecordView record, ConversationRested event) {
        changes.add(record, event);
        assignments.add(record, event);
    }

    @Override
    public void woken(RecordView record, ConversationWoken event) {
        changes.add(record, event);
        assignments.add(record, event);
    }

    @Override
    public void forced(RecordView record, AssignmentForced event) {
        forced.add(record, event);
    }

    @Override
    public void raised(RecordView record, ExceptionRaised event) {
        exceptions.add(record, event);
    }

    @Override
    public void requested(RecordView record, ActionRequested event) {
        exceptions.add(record, event);
    }

    @Override
    public void moveRefused(RecordView record, MoveRefused event) {
        exceptions.add(record, event);
    }

    @Override
    public void replied(RecordView record, AgentReplied event) {
        changes.add(record, event);
    }

    @Override
    public void promised(RecordView record, SlaClockChanged event) {
        promises.add(record, event);
    }

    @Override
    public void wrappingUp(RecordView record, WrapUpStarted event) {
        changes.add(record, event);
        assignments.add(record, event);
    }

    @Override
    public void completed(RecordView record, ConversationCompleted event) {
        changes.add(record, event);
    }

    @Override
    public void scheduled(RecordView record, ConversationScheduled event) {
        changes.add(record, event);
    }

    @Override
    public void abandoned(RecordView record, ConversationAbandoned event) {
        changes.add(record, event);
    }

    @Override
    public void expired(RecordView record, ConversationExpired event) {
        changes.add(record, event);
    }

    @Override
    public void rejected(RecordView record, ConversationRejected event) {
        changes.add(record, event);
    }

    @Override
    public void parked(RecordView record, ConversationParked event) {
        changes.add(record, event);
    }

    @Override
    public void cancelled(RecordView record, ConversationCancelled event) {
        changes.add(record, event);
    }

    @Override
    public void corrected(RecordView record, AnalysisCorrected event) {
        corrections.add(record, event);
    }

    @Override
    public void statusChanged(RecordView record, AgentStatusChanged event) {
        agents.add(record, event);
    }

    @Override
    public void connectionChanged(RecordView record, AgentConnectionChanged event) {
        agents.add(record, event);
    }

    /** Writes everything within the connection's transaction. */
    void write(Connection connection) throws SQLException, IOException {
        configuration.write(connection);
        agents.write(connection);
        conversations.write(changes.all(), connection);
        messages.write(connection);
        offers.write(connection);
        assignments.write(connection);
        decisions.write(connection);
        corrections.write(connection);
        forced.write(connection);
        exceptions.write(connection);
        promises.write(connection);
    }

    void clear() {
        configuration.clear();
        agents.clear();
        changes.clear();
        conversations.clear();
        messages.clear();
        offers.clear();
        assignments.clear();
        decisions.clear();
        corrections.clear();
        forced.clear();
        exceptions.clear();
        promises.clear();
    }
}
