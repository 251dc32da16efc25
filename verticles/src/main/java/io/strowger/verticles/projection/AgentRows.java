package io.strowger.verticles.projection;

import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.record.RecordView;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The presence columns of the table agents. */
final class AgentRows {
    private final RowContext context;
    private final Map<Key, Change> changes = new LinkedHashMap<>();
    private final ArrayRows rows = new ArrayRows("""
            update agents a set status = coalesce(d.status, a.status), status_since = coalesce(d.since, a.status_since),
                connected = coalesce(d.connected, a.connected), lost = coalesce(d.lost, a.lost)
            from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::boolean[], ?::boolean[])
                as d(organization, agent, status, since, connected, lost)
            where a.organization = d.organization and a.agent = d.agent""", "text", "text", "text", "timestamptz", "bool", "bool");

    AgentRows(RowContext context) {
        this.context = context;
    }

    void add(RecordView record, AgentStatusChanged event) {
        Change change = change(record, event.agent);
        change.status = Words.of(event.status);
        change.statusSince = event.changedAt;
    }

    void add(RecordView record, AgentConnectionChanged event) {
        Change change = change(record, event.agent);
        change.connected = event.connected;
        change.lost = event.lost;
    }

    private Change change(RecordView record, int agent) {
        return changes.computeIfAbsent(new Key(record.eventOrganization(), agent), key -> new Change());
    }

    void write(Connection connection) throws SQLException {
        changes.forEach((key, change) -> rows.add(
                context.names(key.organization).configuration().id(),
                context.names(key.organization).agents().name(key.agent),
                change.status,
                Instants.text(change.statusSince),
                change.connected,
                change.lost));
        rows.write(connection);
    }

    void clear() {
        changes.clear();
        rows.clear();
    }

    private record Key(int organization, int agent) {}

    private static final class Change {
        @Nullable
        String status;

        long statusSince;

        @Nullable
        Boolean connected;

        @Nullable
        Boolean lost;
    }
}
