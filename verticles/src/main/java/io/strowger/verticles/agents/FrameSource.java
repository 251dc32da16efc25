package io.strowger.verticles.agents;

import io.strowger.channels.JsonWriter;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationRested;
import io.strowger.engine.event.ConversationWoken;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.TransferFailed;
import io.strowger.engine.event.TransferStarted;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordView;
import io.strowger.verticles.projection.CommittedListener;
import io.strowger.verticles.projection.LiveView;

/**
 * Turns committed records into frames for the agents that they concern and have a session. Called by the live view's thread
 * only, right after the view includes the record.
 */
final class FrameSource implements CommittedListener {
    private final RoutingEngine engine;
    private final LiveView live;
    private final AgentSessions sessions;
    private final JsonWriter json = new JsonWriter(4 << 10);
    private final ByteReader reader = new ByteReader();
    private final Bytes command = new Bytes();
    private final ReceiveMessage message = new ReceiveMessage();
    private final MessageReceived received = new MessageReceived();
    private final OfferMade offered = new OfferMade();
    private final OfferEnded offerEnded = new OfferEnded();
    private final ConversationAssigned assigned = new ConversationAssigned();
    private final AssignmentEnded assignmentEnded = new AssignmentEnded();
    private final WrapUpStarted wrapUp = new WrapUpStarted();
    private final ConversationRested rested = new ConversationRested();
    private final ConversationWoken woken = new ConversationWoken();
    private final TransferStarted started = new TransferStarted();
    private final TransferFailed failed = new TransferFailed();
    private final AgentStatusChanged status = new AgentStatusChanged();

    FrameSource(RoutingEngine engine, LiveView live, AgentSessions sessions) {
        this.engine = engine;
        this.live = live;
        this.sessions = sessions;
    }

    @Override
    public void committed(RecordView record) {
        if (sessions.isEmpty()) {
            return;
        }
        while (record.nextEvent()) {
            switch (record.eventKind()) {
                case MESSAGE_RECEIVED -> message(record);
                case OFFER_MADE -> offered(record);
                case OFFER_ENDED -> offerEnded(record);
                case CONVERSATION_ASSIGNED -> assigned(record);
                case ASSIGNMENT_ENDED -> assignmentEnded(record);
                case WRAP_UP_STARTED -> wrapUp(record);
                case CONVERSATION_RESTED -> rested(record);
                case CONVERSATION_WOKEN -> woken(record);
                case TRANSFER_STARTED -> transferStarted(record);
                case TRANSFER_FAILED -> transferFailed(record);
                case AGENT_STATUS_CHANGED -> status(record);
                default -> {
                    // Nothing that an agent is told.
                }
            }
        }
    }

    private void message(RecordView record) {
        received.read(record.content());
        if (!isHeard(record, received.agent) || record.commandKind() != CommandKind.RECEIVE_MESSAGE) {
            return;
        }
        message.read(reader.wrap(record.command(command)));
        Frames.message(record, received, message, json.clear());
        send(record, received.agent, Frame.NO_OFFER);
    }

    private void offered(RecordView record) {
        offered.read(record.content());
        if (isHeard(record, offered.agent)
                && Frames.offer(
                        live.agentWork(record.eventOrganization(), offered.agent), offered.offer, json.clear())) {
            send(record, offered.agent, Frame.NO_OFFER);
        }
    }

    private void offerEnded(RecordView record) {
        offerEnded.read(record.content());
        if (isHeard(record, offerEnded.agent) && offerEnded.outcome != OfferOutcome.ACCEPTED) {
            Frames.rescinded(offerEnded, json.clear());
            send(record, offerEnded.agent, Frame.NO_OFFER);
        }
    }

    private void assigned(RecordView record) {
        assigned.read(record.content());
        if (isHeard(record, assigned.agent)
                && Frames.assigned(
                        live.agentWork(record.eventOrganization(), assigned.agent),
                        assigned.assignment,
                        json.clear())) {
            send(record, assigned.agent, assigned.assignment);
        }
    }

    private void assignmentEnded(RecordView record) {
        assignmentEnded.read(record.content());
        if (isHeard(record, assignmentEnded.agent)) {
            Frames.ended(assignmentEnded, json.clear());
            send(record, assignmentEnded.agent, Frame.NO_OFFER);
        }
    }

    private void wrapUp(RecordView record) {
        wrapUp.read(record.content());
        if (isHeard(record, wrapUp.agent)) {
            Frames.wrapUp(wrapUp, json.clear());
            send(record, wrapUp.agent, Frame.NO_OFFER);
        }
    }

    private void rested(RecordView record) {
        rested.read(record.content());
        if (isHeard(record, rested.agent)) {
            Frames.handling("rested", rested.assignment, rested.conversation, json.clear());
            send(record, rested.agent, Frame.NO_OFFER);
        }
    }

    private void woken(RecordView record) {
        woken.read(record.content());
        if (isHeard(record, woken.agent)) {
            Frames.handling("woken", woken.assignment, woken.conversation, json.clear());
            send(record, woken.agent, Frame.NO_OFFER);
        }
    }

    private void transferStarted(RecordView record) {
        started.read(record.content());
        Names names = engine.directory().organization(record.eventOrganization());
        if (names != null && isHeard(record, started.agent)) {
            Frames.transferStarted(started, names.agents().name(started.toAgent), json.clear());
            send(record, started.agent, Frame.NO_OFFER);
        }
    }

    private void transferFailed(RecordView record) {
        failed.read(record.content());
        Names names = engine.directory().organization(record.eventOrganization());
        if (names != null && isHeard(record, failed.agent)) {
            Frames.transferFailed(failed, names.agents().name(failed.toAgent), json.clear());
            send(record, failed.agent, Frame.NO_OFFER);
        }
    }

    private void status(RecordView record) {
        status.read(record.content());
        if (isHeard(record, status.agent)) {
            Frames.status(status.status, json.clear());
            send(record, status.agent, Frame.NO_OFFER);
        }
    }

    private boolean isHeard(RecordView record, int agent) {
        if (agent == DomainEvent.NOBODY) {
            return false;
        }
        Names names = engine.directory().organization(record.eventOrganization());
        Presence presence = sessions.presenceIfKnown(new AgentKey(record.eventOrganization(), agent));
        return names != null && presence != null && !presence.sessions().isEmpty();
    }

    private void send(RecordView record, int agent, long acceptedOffer) {
        Presence presence = sessions.presenceIfKnown(new AgentKey(record.eventOrganization(), agent));
        if (presence == null) {
            return;
        }
        Frame frame = new Frame(record.sequence(), json.toArray(), acceptedOffer);
        for (AgentSession session : presence.sessions()) {
            session.deliver(frame);
        }
    }
}
