package io.strowger.verticles.session;

import io.strowger.channels.JsonWriter;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.AgentAvailabilityChanged;
import io.strowger.engine.event.AgentStatusPlanned;
import io.strowger.engine.event.AssignmentForced;
import io.strowger.engine.event.ConversationAbandoned;
import io.strowger.engine.event.ConversationExpired;
import io.strowger.engine.event.ConversationPicked;
import io.strowger.engine.event.ConversationRejected;
import io.strowger.engine.event.ConversationRested;
import io.strowger.engine.event.ConversationScheduled;
import io.strowger.engine.event.ConversationWoken;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.ReasonGiven;
import io.strowger.engine.event.TransferFailed;
import io.strowger.engine.event.TransferStarted;
import io.strowger.engine.record.RecordView;

/** The members of events about conversations that an agent has. Belongs to one {@link EventWriter}. */
final class HandlingEvents {
    private final ConversationRested rested = new ConversationRested();
    private final ConversationWoken woken = new ConversationWoken();
    private final TransferStarted started = new TransferStarted();
    private final TransferFailed failed = new TransferFailed();
    private final AssignmentForced forced = new AssignmentForced();
    private final ConversationPicked picked = new ConversationPicked();
    private final ReasonGiven reason = new ReasonGiven();
    private final ConversationScheduled scheduled = new ConversationScheduled();
    private final ConversationAbandoned abandoned = new ConversationAbandoned();
    private final ConversationExpired expired = new ConversationExpired();
    private final ConversationRejected rejected = new ConversationRejected();
    private final AgentStatusPlanned planned = new AgentStatusPlanned();
    private final AgentAvailabilityChanged availability = new AgentAvailabilityChanged();

    static boolean isShown(EventKind kind) {
        return switch (kind) {
            case CONVERSATION_RESTED,
                    CONVERSATION_WOKEN,
                    TRANSFER_STARTED,
                    TRANSFER_FAILED,
                    ASSIGNMENT_FORCED,
                    CONVERSATION_PICKED,
                    REASON_GIVEN,
                    CONVERSATION_SCHEDULED,
                    CONVERSATION_ABANDONED,
                    CONVERSATION_EXPIRED,
                    CONVERSATION_REJECTED,
                    AGENT_STATUS_PLANNED,
                    AGENT_AVAILABILITY_CHANGED -> true;
            default -> false;
        };
    }

    /** Writes the members of the record's current event into the object that the caller began. */
    void writeMembers(RecordView record, Names names, JsonWriter json) {
        switch (record.eventKind()) {
            case CONVERSATION_RESTED -> {
                EventWriter.conversation(EventWriter.read(record, rested).conversation, json);
                EventWriter.assignment(rested.assignment, rested.agent, names, json);
            }
            case CONVERSATION_WOKEN -> {
                EventWriter.conversation(EventWriter.read(record, woken).conversation, json);
                EventWriter.assignment(woken.assignment, woken.agent, names, json);
            }
            case TRANSFER_STARTED -> {
                EventWriter.conversation(EventWriter.read(record, started).conversation, json);
                EventWriter.assignment(started.assignment, started.agent, names, json);
                EventWriter.name("toAgent", names.agents(), started.toAgent, json);
            }
            case TRANSFER_FAILED -> {
                EventWriter.conversation(EventWriter.read(record, failed).conversation, json);
                EventWriter.assignment(failed.assignment, failed.agent, names, json);
                EventWriter.name("toAgent", names.agents(), failed.toAgent, json);
                json.name("outcome").text(EventWriter.word(failed.outcome));
            }
            case ASSIGNMENT_FORCED -> {
                EventWriter.conversation(EventWriter.read(record, forced).conversation, json);
                EventWriter.name("agent", names.agents(), forced.agent, json);
                json.name("overCapacity").flag(forced.overCapacity);
                json.name("by").textOrNull(forced.by);
            }
            case CONVERSATION_PICKED -> {
                EventWriter.conversation(EventWriter.read(record, picked).conversation, json);
                EventWriter.name("agent", names.agents(), picked.agent, json);
                EventWriter.name("queue", names.queues(), picked.queue, json);
                json.name("next").flag(picked.next);
            }
            case REASON_GIVEN -> {
                EventWriter.conversation(EventWriter.read(record, reason).conversation, json);
                EventWriter.name("agent", names.agents(), reason.agent, json);
                json.name("reason").text(reason.reason);
            }
            case CONVERSATION_SCHEDULED -> {
                EventWriter.conversation(EventWriter.read(record, scheduled).conversation, json);
                json.name("startAt");
                Times.write(scheduled.startAt, json);
                json.name("manual").flag(scheduled.manual);
            }
            case CONVERSATION_ABANDONED -> {
                EventWriter.conversation(EventWriter.read(record, abandoned).conversation, json);
                json.name("returnUntil");
                Times.write(abandoned.returnUntil, json);
            }
            case CONVERSATION_EXPIRED -> EventWriter.conversation(EventWriter.read(record, expired).conversation, json);
            case CONVERSATION_REJECTED -> {
                EventWriter.conversation(EventWriter.read(record, rejected).conversation, json);
                EventWriter.name("queue", names.queues(), rejected.queue, json);
                EventWriter.name("rule", names.rules(), rejected.rule, json);
                json.name("reason").text("queue_full");
            }
            case AGENT_STATUS_PLANNED -> {
                EventWriter.name("agent", names.agents(), EventWriter.read(record, planned).agent, json);
                json.name("status").text(EventWriter.word(planned.status));
            }
            case AGENT_AVAILABILITY_CHANGED -> {
                EventWriter.name("agent", names.agents(), EventWriter.read(record, availability).agent, json);
                Availability.write(availability.pausedKinds, availability.activity, json);
            }
            default -> throw new IllegalStateException(record.eventKind() + " is not shown");
        }
    }
}
