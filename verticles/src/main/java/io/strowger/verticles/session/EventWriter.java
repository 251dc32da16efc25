package io.strowger.verticles.session;

import io.strowger.channels.AnswerWriter;
import io.strowger.channels.JsonWriter;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AnalysisCorrected;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConfigurationChanged;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationCompleted;
import io.strowger.engine.event.ConversationOpened;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.record.RecordView;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import java.util.Locale;

/**
 * Writes committed events as JSON objects, the same for every kind of stream. Holds one decoded event of each kind, so it
 * belongs to one stream; used by one thread at a time.
 */
final class EventWriter {
    private final MessageReceived received = new MessageReceived();
    private final ConversationOpened opened = new ConversationOpened();
    private final ConversationQueued queued = new ConversationQueued();
    private final OfferMade offered = new OfferMade();
    private final OfferEnded offerEnded = new OfferEnded();
    private final ConversationAssigned assigned = new ConversationAssigned();
    private final AssignmentEnded assignmentEnded = new AssignmentEnded();
    private final WrapUpStarted wrapUp = new WrapUpStarted();
    private final ConversationCompleted completed = new ConversationCompleted();
    private final ConversationParked parked = new ConversationParked();
    private final ConversationCancelled cancelled = new ConversationCancelled();
    private final AnalysisCorrected corrected = new AnalysisCorrected();
    private final AgentStatusChanged status = new AgentStatusChanged();
    private final AgentConnectionChanged connection = new AgentConnectionChanged();
    private final ConfigurationChanged configuration = new ConfigurationChanged();
    private final HandlingEvents handling = new HandlingEvents();
    private final WorkflowEvents workflows = new WorkflowEvents();
    private final Analysis analysis = new Analysis();

    /** Whether events of that kind are shown; the others are the router's own bookkeeping. */
    static boolean isShown(EventKind kind) {
        return switch (kind) {
            case MESSAGE_RECEIVED,
                    CONVERSATION_OPENED,
                    CONVERSATION_QUEUED,
                    OFFER_MADE,
                    OFFER_ENDED,
                    CONVERSATION_ASSIGNED,
                    ASSIGNMENT_ENDED,
                    WRAP_UP_STARTED,
                    CONVERSATION_COMPLETED,
                    CONVERSATION_PARKED,
                    CONVERSATION_CANCELLED,
                    AGENT_STATUS_CHANGED,
                    AGENT_CONNECTION_CHANGED,
                    ANALYSIS_CORRECTED,
                    CONFIGURATION_CHANGED -> true;
            default -> HandlingEvents.isShown(kind) || WorkflowEvents.isShown(kind);
        };
    }

    /** The word for a kind of event. */
    static String type(EventKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes the record's current event as one object.
     *
     * @param index its place among the record's events, from 0
     */
    void write(RecordView record, int index, Names names, Directory directory, JsonWriter json) {
        json.beginObject();
        json.name("sequence").number(record.sequence());
        json.name("index").number(index);
        json.name("type").text(type(record.eventKind()));
        json.name("time");
        Times.write(record.time(), json);
        writeMembers(record, names, directory, json);
        json.endObject();
    }

    private void writeMembers(RecordView record, Names names, Directory directory, JsonWriter json) {
        switch (record.eventKind()) {
            case MESSAGE_RECEIVED -> message(record, names, directory, json);
            case CONVERSATION_OPENED -> {
                conversation(read(record, opened).conversation, json);
                json.name("channel").text(names.channels().name(opened.channel));
                json.name("conversation").textOrNull(opened.key);
                json.name("contact").textOrNull(opened.contact);
            }
            case CONVERSATION_QUEUED -> {
                conversation(read(record, queued).conversation, json);
                name("queue", names.queues(), queued.queue, json);
                json.name("priority").number(queued.priority);
                name("rule", names.rules(), queued.rule, json);
                json.name("reason").text(word(queued.reason));
                json.name("stay").number(queued.stay);
                json.name("version").number(queued.version);
            }
            case OFFER_MADE -> {
                conversation(read(record, offered).conversation, json);
                json.name("offer").id('o', offered.offer);
                name("agent", names.agents(), offered.agent, json);
                name("queue", names.queues(), offered.queue, json);
                json.name("expiresAt");
                Times.write(offered.expiresAt, json);
            }
            case OFFER_ENDED -> {
                conversation(read(record, offerEnded).conversation, json);
                json.name("offer").id('o', offerEnded.offer);
                name("agent", names.agents(), offerEnded.agent, json);
                json.name("outcome").text(word(offerEnded.outcome));
            }
            case CONVERSATION_ASSIGNED -> {
                conversation(read(record, assigned).conversation, json);
                assignment(assigned.assignment, assigned.agent, names, json);
            }
            case ASSIGNMENT_ENDED -> {
                conversation(read(record, assignmentEnded).conversation, json);
                assignment(assignmentEnded.assignment, assignmentEnded.agent, names, json);
                json.name("reason").text(word(assignmentEnded.reason));
            }
            case WRAP_UP_STARTED -> {
                conversation(read(record, wrapUp).conversation, json);
                assignment(wrapUp.assignment, wrapUp.agent, names, json);
                json.name("until");
                Times.write(wrapUp.until, json);
            }
            case CONVERSATION_COMPLETED -> {
                conversation(read(record, completed).conversation, json);
                name("agent", names.agents(), completed.lastAgent, json);
            }
            case CONVERSATION_PARKED -> conversation(read(record, parked).conversation, json);
            case CONVERSATION_CANCELLED -> conversation(read(record, cancelled).conversation, json);
            case ANALYSIS_CORRECTED -> {
                conversation(read(record, corrected).conversation, json);
                json.name("messageId").id('m', corrected.message);
                json.name("head").text(word(Head.ofCode(corrected.head)));
                json.name("label").text(corrected.label.toText());
                name("agent", names.agents(), corrected.agent, json);
            }
            case AGENT_STATUS_CHANGED -> {
                name("agent", names.agents(), read(record, status).agent, json);
                json.name("status").text(word(status.status));
            }
            case AGENT_CONNECTION_CHANGED -> {
                name("agent", names.agents(), read(record, connection).agent, json);
                json.name("connected").flag(connection.connected);
                json.name("lost").flag(connection.lost);
            }
            case CONFIGURATION_CHANGED -> json.name("version").number(read(record, configuration).version);
            default -> {
                if (WorkflowEvents.isShown(record.eventKind())) {
                    workflows.writeMembers(record, names, json);
                } else {
                    handling.writeMembers(record, names, json);
                }
            }
        }
    }

    private void message(RecordView record, Names names, Directory directory, JsonWriter json) {
        json.name("messageId").id('m', record.sequence());
        conversation(read(record, received).conversation, json);
        json.name("channel").text(names.channels().name(received.channel));
        json.name("externalId").textOrNull(received.externalId);
        name("agent", names.agents(), received.agent, json);
        json.name("analysis");
        record.analysis(analysis);
        AnswerWriter.writeAnalysis(analysis, directory.labels(), json);
    }

    static void conversation(long conversation, JsonWriter json) {
        json.name("conversationId").id('c', conversation);
    }

    static void assignment(long assignment, int agent, Names names, JsonWriter json) {
        json.name("assignment").id('a', assignment);
        json.name("offer").id('o', assignment);
        name("agent", names.agents(), agent, json);
    }

    static void name(String member, NameTable table, int index, JsonWriter json) {
        json.name(member);
        if (index == DomainEvent.NOBODY) {
            json.nothing();
        } else {
            json.text(table.name(index));
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends DomainEvent> E read(RecordView record, E event) {
        event.read(record.content());
        return event;
    }
}
