package io.strowger.verticles.projection;

import io.strowger.engine.event.AssignmentForced;
import io.strowger.engine.record.RecordView;
import io.strowger.verticles.Ids;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Rows of the table forced_assignments: one for each. */
final class ForcedRows {
    private final RowContext context;
    private final CopyRows rows = new CopyRows(
            "forced_assignments",
            "sequence, organization, conversation_id, agent, over_capacity, forced_by, forced_at");

    ForcedRows(RowContext context) {
        this.context = context;
    }

    void add(RecordView record, AssignmentForced event) {
        rows.number(record.sequence())
                .text(context.organization(record))
                .text(Ids.conversation(event.conversation))
                .text(RowContext.nameOrNull(context.names(record).agents(), event.agent))
                .text(Boolean.toString(event.overCapacity))
                .text(event.by.toText())
                .instant(record.time())
                .endRow();
    }

    void write(Connection connection) throws SQLException, IOException {
        rows.write(connection);
    }

    void clear() {
        rows.clear();
    }
}
