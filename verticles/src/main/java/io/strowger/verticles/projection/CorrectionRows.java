package io.strowger.verticles.projection;

import io.strowger.engine.event.AnalysisCorrected;
import io.strowger.engine.record.RecordView;
import io.strowger.models.Head;
import io.strowger.verticles.Ids;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Rows of the table corrections: one for each. */
final class CorrectionRows {
    private final RowContext context;
    private final CopyRows rows = new CopyRows(
            "corrections", "sequence, organization, conversation_id, message_id, head, label, agent, corrected_at");

    CorrectionRows(RowContext context) {
        this.context = context;
    }

    void add(RecordView record, AnalysisCorrected event) {
        rows.number(record.sequence())
                .text(context.organization(record))
                .text(Ids.conversation(event.conversation))
                .text(Ids.message(event.message))
                .text(Head.ofCode(event.head).name().toLowerCase(Locale.ROOT))
                .text(event.label.toText())
                .text(RowContext.nameOrNull(context.names(record).agents(), event.agent))
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
