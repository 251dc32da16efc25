package io.strowger.verticles.projection;

import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordView;
import io.strowger.verticles.Ids;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Rows of the table decisions: one for each queueing and each offer. */
final class DecisionRows {
    private final RowContext context;
    private final ByteReader reader = new ByteReader();
    private final CopyRows rows = new CopyRows(
            "decisions",
            "sequence, ordinal, organization, conversation_id, kind, queue, priority, rule, reason,"
                    + " configuration_version, requirements, tags, agent, eligible_agents, strategy_key, decided_at");
    private long sequence;
    private int ordinal;

    DecisionRows(RowContext context) {
        this.context = context;
    }

    void add(RecordView record, ConversationQueued event) {
        Names names = context.names(record);
        begin(record, event.conversation, "queue", names.queues().name(event.queue));
        rows.number(event.priority)
                .text(RowContext.nameOrNull(names.rules(), event.rule))
                .text(Words.of(event.reason))
                .number(event.version)
                .text(TextArrays.literal(requirements(event.requirements)))
                .text(TextArrays.literal(Words.lines(event.tags)))
                .text(null)
                .text(null)
                .text(null);
        end(record);
    }

    void add(RecordView record, OfferMade event) {
        Names names = context.names(record);
        begin(record, event.conversation, "offer", names.queues().name(event.queue));
        rows.text(null)
                .text(null)
                .text(null)
                .text(null)
                .text(null)
                .text(null)
                .text(names.agents().name(event.agent))
                .number(event.eligibleAgents)
                .number(event.strategyKey);
        end(record);
    }

    private void begin(RecordView record, long conversation, String kind, String queue) {
        ordinal = record.sequence() == sequence ? ordinal + 1 : 0;
        sequence = record.sequence();
        rows.number(sequence)
                .number(ordinal)
                .text(context.organization(record))
                .text(Ids.conversation(conversation))
                .text(kind)
                .text(queue);
    }

    private void end(RecordView record) {
        rows.instant(record.time()).endRow();
    }

    private List<String> requirements(Bytes canonical) {
        return canonical.isEmpty()
                ? List.of()
                : Requirements.read(reader.wrap(canonical)).stream()
                        .map(DecisionRows::text)
                        .toList();
    }

    /** For example {@code language:de>=50}, {@code language:de=20..50}, or {@code !agent:bob}. */
    static String text(Requirement requirement) {
        if (requirement.isAbsence()) {
            return "!" + requirement.skill();
        }
        if (requirement.isBounded()) {
            return requirement.skill() + "=" + requirement.level() + ".." + requirement.most();
        }
        return String.format(Locale.ROOT, "%s>=%d", requirement.skill(), requirement.level());
    }

    void write(Connection connection) throws SQLException, IOException {
        rows.write(connection);
    }

    void clear() {
        rows.clear();
        sequence = 0;
    }
}
