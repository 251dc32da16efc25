package io.strowger.verticles.session;

import io.strowger.channels.AnswerWriter;
import io.strowger.channels.JsonWriter;
import io.strowger.engine.explain.WaitEstimate;
import io.strowger.verticles.projection.AgentView;
import io.strowger.verticles.projection.AnalysisView;
import io.strowger.verticles.projection.AssignmentView;
import io.strowger.verticles.projection.ContactView;
import io.strowger.verticles.projection.ConversationView;
import io.strowger.verticles.projection.MessageView;
import io.strowger.verticles.projection.OfferView;
import io.strowger.verticles.projection.QueueView;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what the live view shows as JSON objects. Stateless: any thread, each with its own writer. */
public final class ViewWriter {
    private static final double TEN_THOUSANDTHS = 10_000;

    private ViewWriter() {}

    /** Writes a conversation with its place in the queue and what it can expect there, both null while it does not wait. */
    public static void write(ConversationView view, @Nullable WaitEstimate estimate, JsonWriter json) {
        json.beginObject();
        members(view, json);
        json.name("position");
        if (estimate == null) {
            json.nothing();
        } else {
            json.number(estimate.position());
        }
        json.name("expectedWait");
        WhyWriter.expectedWait(estimate, json);
        json.endObject();
    }

    public static void write(ConversationView view, JsonWriter json) {
        json.beginObject();
        members(view, json);
        json.endObject();
    }

    private static void members(ConversationView view, JsonWriter json) {
        json.name("conversationId").id('c', view.id());
        json.name("conversation").textOrNull(emptyToNull(view.key()));
        json.name("channel").text(view.channel());
        json.name("contact");
        write(view.contact(), json);
        json.name("state").text(AnswerWriter.state(view.state()));
        json.name("queue").textOrNull(view.queue());
        json.name("priority").number(view.priority());
        json.name("rule").textOrNull(view.rule());
        json.name("agent").textOrNull(view.agent());
        json.name("stay").number(view.stay());
        json.name("requeues").number(view.requeues());
        json.name("tags");
        write(view.tags(), json);
        json.name("analysis");
        write(view.analysis(), json);
        json.name("messageCount").number(view.messageCount());
        json.name("lastMessage");
        write(view.lastMessage(), json);
        time("openedAt", view.openedAt(), json);
        time("queuedAt", view.queuedAt(), json);
        time("assignedAt", view.assignedAt(), json);
        time("endedAt", view.endedAt(), json);
        PromiseWriter.write(view.promises(), json);
        json.name("sequence").number(view.sequence());
        json.name("version").number(view.sequence());
    }

    public static void write(QueueView view, JsonWriter json) {
        json.beginObject();
        json.name("id").text(view.id());
        json.name("name").text(view.name());
        json.name("waiting").number(view.waiting());
        json.name("offered").number(view.offered());
        json.name("assigned").number(view.assigned());
        time("oldestQueuedAt", view.oldestQueuedAt(), json);
        json.endObject();
    }

    public static void write(AgentView view, JsonWriter json) {
        json.beginObject();
        json.name("id").text(view.id());
        json.name("name").text(view.name());
        json.name("status").text(view.status().name().toLowerCase(Locale.ROOT));
        time("statusSince", view.statusSince(), json);
        json.name("connected").flag(view.connected());
        json.name("lost").flag(view.lost());
        json.name("capacity").number(view.capacity());
        json.name("used").number(view.used());
        json.name("offers").number(view.offers());
        json.name("assignments").number(view.assignments());
        json.name("queues");
        write(view.queues(), json);
        json.endObject();
    }

    /** Writes the members of an offer into an object that the caller began and ends. */
    public static void writeMembers(OfferView view, JsonWriter json) {
        json.name("offer").id('o', view.id());
        json.name("conversation").id('c', view.conversation().id());
        json.name("queue").text(view.queue());
        time("offeredAt", view.offeredAt(), json);
        time("expiresAt", view.expiresAt(), json);
        json.name("details");
        write(view.conversation(), json);
    }

    /** Writes the members of an assignment into an object that the caller began and ends. */
    public static void writeMembers(AssignmentView view, JsonWriter json) {
        json.name("assignment").id('a', view.id());
        json.name("offer").id('o', view.id());
        json.name("conversation").id('c', view.conversation().id());
        json.name("queue").textOrNull(view.conversation().queue());
        time("assignedAt", view.assignedAt(), json);
        time("wrapUpUntil", view.wrapUpUntil(), json);
        json.name("details");
        write(view.conversation(), json);
    }

    /** Writes a message, null for none. */
    public static void write(MessageView view, JsonWriter json) {
        if (view.sequence() == 0) {
            json.nothing();
            return;
        }
        json.beginObject();
        json.name("messageId").id('m', view.sequence());
        time("receivedAt", view.receivedAt(), json);
        json.name("externalId").textOrNull(emptyToNull(view.externalId()));
        json.name("text").text(view.text());
        json.name("cut").flag(view.cut());
        json.endObject();
    }

    private static void write(ContactView view, JsonWriter json) {
        json.beginObject();
        json.name("id").textOrNull(emptyToNull(view.id()));
        json.name("name").textOrNull(emptyToNull(view.name()));
        json.name("tier").textOrNull(emptyToNull(view.tier()));
        json.name("language").textOrNull(emptyToNull(view.language()));
        json.endObject();
    }

    private static void write(AnalysisView view, JsonWriter json) {
        json.beginObject();
        label("language", view.language(), json);
        label("intent", view.intent(), json);
        json.name("sentiment");
        if (view.sentiment() == null) {
            json.nothing();
        } else {
            json.beginObject().name("label").text(view.sentiment());
            json.name("score").fixed(Math.round(view.sentimentScore() * TEN_THOUSANDTHS), JsonWriter.TEN_THOUSANDTHS);
            json.endObject();
        }
        label("emotion", view.emotion(), json);
        label("urgency", view.urgency(), json);
        json.endObject();
    }

    private static void label(String head, @Nullable String label, JsonWriter json) {
        json.name(head);
        if (label == null) {
            json.nothing();
        } else {
            json.beginObject().name("label").text(label).endObject();
        }
    }

    private static void write(List<String> values, JsonWriter json) {
        json.beginArray();
        for (String value : values) {
            json.text(value);
        }
        json.endArray();
    }

    private static void time(String name, long epochNanos, JsonWriter json) {
        json.name(name);
        Times.write(epochNanos, json);
    }

    private static @Nullable String emptyToNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
