package io.strowger.verticles.session;

import io.strowger.channels.JsonWriter;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.ActionRequested;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.ExceptionRaised;
import io.strowger.engine.event.MoveRefused;
import io.strowger.engine.event.StepEntered;
import io.strowger.engine.record.RecordView;

/** The members of events about steps and exceptions. Belongs to one {@link EventWriter}. */
final class WorkflowEvents {
    private final StepEntered entered = new StepEntered();
    private final ExceptionRaised raised = new ExceptionRaised();
    private final ActionRequested requested = new ActionRequested();
    private final MoveRefused refused = new MoveRefused();

    static boolean isShown(EventKind kind) {
        return switch (kind) {
            case STEP_ENTERED, EXCEPTION_RAISED, ACTION_REQUESTED, MOVE_REFUSED -> true;
            default -> false;
        };
    }

    /** Writes the members of the record's current event into the object that the caller began. */
    void writeMembers(RecordView record, Names names, JsonWriter json) {
        switch (record.eventKind()) {
            case STEP_ENTERED -> {
                EventWriter.conversation(EventWriter.read(record, entered).conversation, json);
                EventWriter.name("rule", names.rules(), entered.rule, json);
                json.name("step").number(entered.step);
                json.name("endsAt");
                if (entered.endsAt == 0) {
                    json.nothing();
                } else {
                    Times.write(entered.endsAt, json);
                }
            }
            case EXCEPTION_RAISED -> {
                EventWriter.conversation(EventWriter.read(record, raised).conversation, json);
                EventWriter.name("exception", names.exceptions(), raised.rule, json);
                json.name("on").text(EventWriter.word(raised.trigger));
                EventWriter.name("queue", names.queues(), raised.queue, json);
            }
            case ACTION_REQUESTED -> {
                EventWriter.conversation(EventWriter.read(record, requested).conversation, json);
                EventWriter.name("exception", names.exceptions(), requested.rule, json);
                json.name("do").text(EventWriter.word(requested.action));
                json.name("text").text(requested.text);
            }
            case MOVE_REFUSED -> {
                EventWriter.conversation(EventWriter.read(record, refused).conversation, json);
                EventWriter.name("queue", names.queues(), refused.queue, json);
                EventWriter.name("toQueue", names.queues(), refused.toQueue, json);
                json.name("moves").number(refused.moves);
            }
            default -> throw new IllegalStateException(record.eventKind() + " is not shown");
        }
    }
}
