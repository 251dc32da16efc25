package io.strowger.verticles.session;

import io.strowger.channels.JsonWriter;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.AssignmentForced;
import io.strowger.engine.event.ConversationRested;
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
    private final ReasonGiven reason = new ReasonGiven();

    static boolean isShown(EventKind kind) {
        return switch (kind) {
            case CONVERSATION_RESTED,
                    CONVERSATION_WOKEN,
                    TRANSFER_STARTED,
                    TRANSFER_FAILED,
                    ASSIGNMENT_FORCED,
                    REASON_GIVEN -> true;
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
            case REASON_GIVEN -> {
                EventWriter.conversation(EventWriter.read(record, reason).conversation, json);
                EventWriter.name("agent", names.agents(), reason.agent, json);
                json.name("reason").text(reason.reason);
            }
            default -> throw new IllegalStateException(record.eventKind() + " is not shown");
        }
    }
}
