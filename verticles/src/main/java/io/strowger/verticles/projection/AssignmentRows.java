package io.strowger.verticles.projection;

import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationRested;
import io.strowger.engine.event.ConversationWoken;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.record.RecordView;
import io.strowger.verticles.Ids;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of the table assignments. What happens to one within a batch is folded into one row. */
final class AssignmentRows {
    private static final String WRAP_UP = "wrap_up";

    private final RowContext context;
    private final Map<Long, Change> changes = new LinkedHashMap<>();
    private final CopyRows fresh = new CopyRows(
            "assignments",
            "assignment_id, organization, conversation_id, agent, cost, state, assigned_at, wrap_up_at, ended_at, sequence");
    private final ArrayRows changed = new ArrayRows("""
            update assignments a set state = d.state, wrap_up_at = coalesce(d.wrap_up_at, a.wrap_up_at),
                ended_at = coalesce(d.ended_at, a.ended_at), sequence = d.sequence
            from unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::bigint[])
                as d(assignment_id, state, wrap_up_at, ended_at, sequence)
            where a.assignment_id = d.assignment_id""", "text", "text", "timestamptz", "timestamptz", "int8");

    AssignmentRows(RowContext context) {
        this.context = context;
    }

    void add(RecordView record, ConversationAssigned event) {
        Change change = change(record, event.assignment, "active");
        change.isFresh = true;
        change.organization = record.eventOrganization();
        change.conversation = event.conversation;
        change.agent = event.agent;
        change.cost = event.cost;
        change.assignedAt = event.assignedAt;
    }

    void add(RecordView record, ConversationRested event) {
        change(record, event.assignment, "dormant");
    }

    void add(RecordView record, ConversationWoken event) {
        change(record, event.assignment, "active");
    }

    void add(RecordView record, WrapUpStarted event) {
        change(record, event.assignment, WRAP_UP).wrapUpAt = record.time();
    }

    void add(RecordView record, AssignmentEnded event) {
        change(record, event.assignment, Words.of(event.reason)).endedAt = event.endedAt;
    }

    private Change change(RecordView record, long assignment, String state) {
        Change change = changes.computeIfAbsent(assignment, id -> new Change());
        change.state = state;
        change.sequence = record.sequence();
        return change;
    }

    void write(Connection connection) throws SQLException, IOException {
        changes.forEach((id, change) -> {
            if (change.isFresh) {
                addFresh(id, change);
            } else {
                changed.add(
                        Ids.assignment(id),
                        change.state,
                        Instants.text(change.wrapUpAt),
                        Instants.text(change.endedAt),
                        change.sequence);
            }
        });
        fresh.write(connection);
        changed.write(connection);
    }

    private void addFresh(long id, Change change) {
        fresh.text(Ids.assignment(id))
                .text(context.names(change.organization).configuration().id())
                .text(Ids.conversation(change.conversation))
                .text(context.names(change.organization).agents().name(change.agent))
                .number(change.cost)
                .text(change.state)
                .instant(change.assignedAt)
                .instant(change.wrapUpAt)
                .instant(change.endedAt)
                .number(change.sequence)
                .endRow();
    }

    void clear() {
        changes.clear();
        fresh.clear();
        changed.clear();
    }

    private static final class Change {
        boolean isFresh;
        int organization;
        long conversation;
        int agent;
        int cost;
        String state = "";
        long assignedAt;
        long wrapUpAt;
        long endedAt;
        long sequence;
    }
}
