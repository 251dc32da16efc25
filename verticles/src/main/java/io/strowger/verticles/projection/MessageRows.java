package io.strowger.verticles.projection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.strowger.engine.command.Attributes;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordView;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.verticles.Ids;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Rows of the table messages. */
final class MessageRows {
    private static final JsonFactory JSON = new JsonFactory();

    private final RowContext context;
    private final Attributes attributes = new Attributes();
    private final Analysis analysis = new Analysis();
    private final CopyRows rows = new CopyRows(
            "messages",
            "sequence, message_id, organization, channel, external_id, conversation_id, contact_id, contact_name,"
                    + " contact_tier, contact_language, text, attributes, received_at, model_version, language,"
                    + " language_confidence, intent, intent_confidence, sentiment, sentiment_confidence, sentiment_score,"
                    + " emotion, emotion_confidence, urgency, urgency_confidence");

    MessageRows(RowContext context) {
        this.context = context;
    }

    void add(RecordView record, MessageReceived event, ReceiveMessage message) {
        rows.number(record.sequence())
                .text(Ids.message(record.sequence()))
                .text(context.organization(record))
                .text(context.names(record).channels().name(event.channel))
                .textOrNull(event.externalId.toText())
                .text(Ids.conversation(event.conversation))
                .textOrNull(message.contactId.toText())
                .textOrNull(message.contactName.toText())
                .textOrNull(message.contactTier.toText())
                .textOrNull(message.contactLanguage.toText())
                .text(message.text.toText())
                .text(json(message.attributes))
                .instant(record.time());
        addAnalysis(record);
        rows.endRow();
    }

    private void addAnalysis(RecordView record) {
        long modelVersion = record.analysis(analysis);
        if (modelVersion == 0) {
            rows.text(null);
        } else {
            rows.number(modelVersion);
        }
        addHead(Head.LANGUAGE);
        addHead(Head.INTENT);
        addHead(Head.SENTIMENT);
        if (analysis.label(Head.SENTIMENT) < 0) {
            rows.text(null);
        } else {
            rows.fraction(analysis.sentimentScore());
        }
        addHead(Head.EMOTION);
        addHead(Head.URGENCY);
    }

    private void addHead(Head head) {
        int label = analysis.label(head);
        rows.text(context.label(label));
        if (label < 0) {
            rows.text(null);
        } else {
            rows.fraction(analysis.confidence(head));
        }
    }

    private String json(Bytes written) {
        if (written.isEmpty()) {
            return "{}";
        }
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(json)) {
            generator.writeStartObject();
            attributes.over(written);
            while (attributes.next()) {
                // The type jsonb takes no NUL, not even an escaped one.
                generator.writeStringField(
                        withoutNul(attributes.key().toText()),
                        withoutNul(attributes.value().toText()));
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    private static String withoutNul(String text) {
        return text.replace('\0', '\ufffd');
    }

    void write(Connection connection) throws SQLException, IOException {
        rows.write(connection);
    }

    void clear() {
        rows.clear();
    }
}
