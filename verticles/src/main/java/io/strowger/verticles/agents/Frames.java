package io.strowger.verticles.agents;

import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.TransferFailed;
import io.strowger.engine.event.TransferStarted;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.record.RecordView;
import io.strowger.verticles.projection.AgentWork;
import io.strowger.verticles.projection.AssignmentView;
import io.strowger.verticles.projection.OfferView;
import io.strowger.verticles.session.Times;
import io.strowger.verticles.session.ViewWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the frames that go out to agents. Stateless: any thread, each with its own writer. */
final class Frames {
    private Frames() {}

    static void connected(String organization, String agent, AgentStatus status, JsonWriter json) {
        begin("connected", null, json);
        json.name("organization").text(organization);
        json.name("agent").text(agent);
        json.name("status").text(word(status));
        json.endObject();
    }

    /** An offer out of what an agent has at hand; false when it is not there any more. */
    static boolean offer(AgentWork work, long offer, JsonWriter json) {
        for (OfferView view : work.offers()) {
            if (view.id() == offer) {
                offer(view, json);
                return true;
            }
        }
        return false;
    }

    static void offer(OfferView view, JsonWriter json) {
        begin("offer", null, json);
        ViewWriter.writeMembers(view, json);
        json.endObject();
    }

    /** An assignment out of what an agent has at hand; false when it is not there any more. */
    static boolean assigned(AgentWork work, long assignment, JsonWriter json) {
        return assigned(work, assignment, null, json);
    }

    static boolean assigned(AgentWork work, long assignment, @Nullable String re, JsonWriter json) {
        for (AssignmentView view : work.assignments()) {
            if (view.id() == assignment) {
                assigned(view, re, json);
                return true;
            }
        }
        return false;
    }

    static void assigned(AssignmentView view, @Nullable String re, JsonWriter json) {
        begin("assigned", re, json);
        ViewWriter.writeMembers(view, json);
        json.endObject();
    }

    static void rescinded(OfferEnded event, JsonWriter json) {
        begin("rescinded", null, json);
        json.name("offer").id('o', event.offer);
        json.name("conversation").id('c', event.conversation);
        json.name("reason").text(word(event.outcome));
        json.endObject();
    }

    static void ended(AssignmentEnded event, JsonWriter json) {
        begin("ended", null, json);
        json.name("assignment").id('a', event.assignment);
        json.name("conversation").id('c', event.conversation);
        json.name("reason").text(word(event.reason));
        json.endObject();
    }

    /** What happened to an assignment, when the word says it all. */
    static void handling(String type, long assignment, long conversation, JsonWriter json) {
        members(type, assignment, conversation, json);
        json.endObject();
    }

    static void transferStarted(TransferStarted event, String toAgent, JsonWriter json) {
        members("transfer_started", event.assignment, event.conversation, json);
        json.name("agent").text(toAgent);
        json.endObject();
    }

    static void transferFailed(TransferFailed event, String toAgent, JsonWriter json) {
        members("transfer_failed", event.assignment, event.conversation, json);
        json.name("agent").text(toAgent);
        json.name("reason").text(word(event.outcome));
        json.endObject();
    }

    private static void members(String type, long assignment, long conversation, JsonWriter json) {
        begin(type, null, json);
        json.name("assignment").id('a', assignment);
        json.name("conversation").id('c', conversation);
    }

    static void wrapUp(WrapUpStarted event, JsonWriter json) {
        begin("wrap_up", null, json);
        json.name("assignment").id('a', event.assignment);
        json.name("conversation").id('c', event.conversation);
        json.name("until");
        Times.write(event.until, json);
        json.endObject();
    }

    static void message(RecordView record, MessageReceived event, ReceiveMessage message, JsonWriter json) {
        begin("message", null, json);
        json.name("conversation").id('c', event.conversation);
        json.name("messageId").id('m', record.sequence());
        json.name("externalId").textOrNull(event.externalId);
        json.name("receivedAt");
        Times.write(record.time(), json);
        json.name("text").text(message.text);
        json.endObject();
    }

    static void status(AgentStatus status, JsonWriter json) {
        begin("status", null, json);
        json.name("status").text(word(status));
        json.endObject();
    }

    /** Says that a frame of the agent took effect, or had already. */
    static void done(@Nullable String re, JsonWriter json) {
        begin("done", re, json);
        json.endObject();
    }

    static void error(Problem problem, @Nullable String re, JsonWriter json) {
        begin("error", re, json);
        json.name("problem").text(problem.type().slug());
        json.name("status").number(problem.type().status());
        json.name("title").text(problem.type().title());
        json.name("detail").text(problem.detail());
        if (problem.field() != null) {
            json.name("field").text(problem.field());
        }
        json.endObject();
    }

    private static void begin(String type, @Nullable String re, JsonWriter json) {
        json.beginObject().name("type").text(type);
        if (re != null) {
            json.name("re").text(re);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
