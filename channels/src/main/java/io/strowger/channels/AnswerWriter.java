package io.strowger.channels;

import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answer to a message. Members are always there and in the same order; what is not known is null. Stateless:
 * any thread, each with its own {@link JsonWriter}.
 */
public final class AnswerWriter {
    private static final String[] STATES = {
        "none",
        "queued",
        "offered",
        "assigned",
        "wrap_up",
        "parked",
        "rejected",
        "completed",
        "cancelled",
        "dormant",
        "scheduled",
        "abandoned",
        "expired"
    };

    private AnswerWriter() {}

    /**
     * Writes one answer, without a line feed.
     *
     * @param decision an answer to a message with the outcome done or duplicate
     * @param externalId the source's id of the message, empty when it gave none
     * @param decisionNanos from publishing to the decision
     * @param durable whether the message can be lost no more
     * @param directory at least as new as the decision
     */
    public static void write(
            Decision decision,
            Bytes externalId,
            long decisionNanos,
            boolean durable,
            Directory directory,
            JsonWriter json) {
        json.beginObject();
        json.name("messageId").id('m', decision.sequence);
        json.name("conversationId").id('c', decision.conversation);
        json.name("externalId").textOrNull(externalId);
        json.name("sequence").number(decision.sequence);
        json.name("duplicate").flag(decision.duplicate);
        json.name("analysis");
        writeAnalysis(decision.analysis, directory.labels(), json);
        json.name("route");
        writeRoute(decision, directory, json);
        json.name("durable").flag(durable);
        json.name("decisionMicros").fixed((decisionNanos + 50) / 100, 1);
        json.endObject();
    }

    /** Writes an analysis whose labels are stable numbers as an object with a member a head. */
    public static void writeAnalysis(Analysis analysis, NameTable labels, JsonWriter json) {
        json.beginObject();
        writeHead("language", Head.LANGUAGE, analysis, labels, json);
        writeHead("intent", Head.INTENT, analysis, labels, json);
        writeHead("sentiment", Head.SENTIMENT, analysis, labels, json);
        writeHead("emotion", Head.EMOTION, analysis, labels, json);
        writeHead("urgency", Head.URGENCY, analysis, labels, json);
        json.endObject();
    }

    /** Writes where a conversation stands after a command. */
    public static void writeRoute(Decision decision, Directory directory, JsonWriter json) {
        Names names = directory.organization(decision.organization);
        json.beginObject();
        json.name("state").text(state(decision.state));
        json.name("queue");
        writeName(names == null ? null : names.queues(), decision.queue, json);
        json.name("priority").number(decision.priority);
        json.name("agent");
        writeName(names == null ? null : names.agents(), decision.agent, json);
        json.name("rule");
        writeName(names == null ? null : names.rules(), decision.rule, json);
        json.endObject();
    }

    /** The word for a route state in answers and events. */
    public static String state(RouteState state) {
        return STATES[state.code()];
    }

    private static void writeHead(String name, Head head, Analysis analysis, NameTable labels, JsonWriter json) {
        json.name(name);
        int label = analysis.label(head);
        if (label == Analysis.NONE) {
            json.nothing();
            return;
        }
        json.beginObject().name("label").text(labels.name(label));
        if (head == Head.SENTIMENT) {
            json.name("score").fixed(analysis.sentimentScore(), JsonWriter.TEN_THOUSANDTHS);
        }
        json.name("confidence").fixed(analysis.confidence(head), JsonWriter.TEN_THOUSANDTHS);
        json.endObject();
    }

    private static void writeName(@Nullable NameTable names, int index, JsonWriter json) {
        if (names == null || index == DomainEvent.NOBODY) {
            json.nothing();
        } else {
            json.text(names.name(index));
        }
    }
}
