package io.strowger.verticles.projection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows for one table in PostgreSQL's COPY text format, the fastest way in. Reused; owned by one thread. */
final class CopyRows {
    private final String statement;
    private final StringBuilder rows = new StringBuilder();
    private boolean first = true;
    private int count;

    /** The table and its columns, in the order in which values are added. */
    CopyRows(String table, String columns) {
        this.statement = "copy " + table + " (" + columns + ") from stdin";
    }

    /** The next column's text; null for none. A NUL character, which PostgreSQL has no room for, becomes U+FFFD. */
    CopyRows text(@Nullable String value) {
        separate();
        if (value == null) {
            rows.append("\\N");
            return this;
        }
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            switch (character) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\0' -> rows.append('\ufffd');
                default -> rows.append(character);
            }
        }
        return this;
    }

    /** The next column's text, where an empty one stands for none. */
    CopyRows textOrNull(String value) {
        return text(value.isEmpty() ? null : value);
    }

    CopyRows number(long value) {
        separate();
        rows.append(value);
        return this;
    }

    /** A part of one in ten-thousandths, as a fraction. */
    CopyRows fraction(int tenThousandths) {
        separate();
        rows.append(tenThousandths / 10_000.0f);
        return this;
    }

    /** Epoch nanoseconds; 0 for never. */
    CopyRows instant(long epochNanos) {
        return text(Instants.text(epochNanos));
    }

    void endRow() {
        rows.append('\n');
        first = true;
        count++;
    }

    private void separate() {
        if (!first) {
            rows.append('\t');
        }
        first = false;
    }

    /** Sends the rows, if there are any. */
    void write(Connection connection) throws SQLException, IOException {
        if (count > 0) {
            byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(statement, new java.io.ByteArrayInputStream(bytes), 1 << 16);
        }
    }

    void clear() {
        rows.setLength(0);
        first = true;
        count = 0;
    }
}
