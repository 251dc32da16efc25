package io.strowger.verticles.projection;

import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.record.RecordView;
import io.strowger.verticles.Ids;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Rows of the table sla_clocks: one whenever a promise begins, is paused or goes on, is met or broken. */
final class SlaRows {
    private static final long NANOS_A_MICRO = 1_000;

    private final RowContext context;
    private final CopyRows rows = new CopyRows(
            "sla_clocks",
            "sequence, number, organization, conversation_id, clock, status, consumed_us, target_us, due_at, at");
    private long sequence;
    private int number;

    SlaRows(RowContext context) {
        this.context = context;
    }

    void add(RecordView record, SlaClockChanged event) {
        number = record.sequence() == sequence ? number + 1 : 0;
        sequence = record.sequence();
        rows.number(sequence)
                .number(number)
                .text(context.organization(record))
                .text(Ids.conversation(event.conversation))
                .text(event.clock.name().toLowerCase(Locale.ROOT))
                .text(event.status.name().toLowerCase(Locale.ROOT))
                .number(event.consumedNanos / NANOS_A_MICRO)
                .number(event.targetNanos / NANOS_A_MICRO)
                .instant(event.dueAt)
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
