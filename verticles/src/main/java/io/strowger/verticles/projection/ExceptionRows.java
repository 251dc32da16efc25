package io.strowger.verticles.projection;

import io.strowger.engine.configuration.ActionKind;
import io.strowger.engine.event.ActionRequested;
import io.strowger.engine.event.ExceptionRaised;
import io.strowger.engine.event.MoveRefused;
import io.strowger.engine.record.RecordView;
import io.strowger.verticles.Ids;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Rows of the table exceptions: rules that were set off, what they ask others to do, and moves that were too many. */
final class ExceptionRows {
    private final RowContext context;
    private final CopyRows rows = new CopyRows(
            "exceptions", "sequence, number, organization, conversation_id, kind, exception, action, queue, text, at");
    private long sequence;
    private int number;

    ExceptionRows(RowContext context) {
        this.context = context;
    }

    void add(RecordView record, ExceptionRaised event) {
        String exception = RowContext.nameOrNull(context.names(record).exceptions(), event.rule);
        String queue = RowContext.nameOrNull(context.names(record).queues(), event.queue);
        begin(record, event.conversation, "raised")
                .text(exception)
                .text(event.trigger.name().toLowerCase(Locale.ROOT))
                .text(queue)
                .text(null)
                .instant(record.time())
                .endRow();
    }

    void add(RecordView record, ActionRequested event) {
        ActionKind action = event.action;
        begin(record, event.conversation, "requested")
                .text(RowContext.nameOrNull(context.names(record).exceptions(), event.rule))
                .text(action.name().toLowerCase(Locale.ROOT))
                .text(null)
                .text(event.text.toText())
                .instant(record.time())
                .endRow();
    }

    void add(RecordView record, MoveRefused event) {
        begin(record, event.conversation, "move_refused")
                .text(null)
                .text("move")
                .text(RowContext.nameOrNull(context.names(record).queues(), event.toQueue))
                .text(null)
                .instant(record.time())
                .endRow();
    }

    private CopyRows begin(RecordView record, long conversation, String kind) {
        number = record.sequence() == sequence ? number + 1 : 0;
        sequence = record.sequence();
        return rows.number(sequence)
                .number(number)
                .text(context.organization(record))
                .text(Ids.conversation(conversation))
                .text(kind);
    }

    void write(Connection connection) throws SQLException, IOException {
        rows.write(connection);
    }

    void clear() {
        rows.clear();
    }
}
