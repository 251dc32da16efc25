package io.strowger.verticles.projection;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows for a statement that reads them from {@code unnest(?, ?, …)}: one array parameter a column, one round trip for all of
 * them. Reused; owned by one thread.
 */
final class ArrayRows {
    private final String statement;
    private final String[] types;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** The statement, which has a parameter for each type. */
    ArrayRows(String statement, String... types) {
        this.statement = statement;
        this.types = types;
    }

    /** One value a type, null for none. Instants are texts, see {@link Instants#text}. */
    void add(@Nullable Object... values) {
        rows.add(values);
    }

    /** Runs the statement, if there are rows; the number of rows that it changed. */
    int write(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int column = 0; column < types.length; column++) {
                Object[] values = new Object[rows.size()];
                for (int row = 0; row < values.length; row++) {
                    values[row] = withoutNul(rows.get(row)[column]);
                }
                Array array = connection.createArrayOf(types[column], values);
                prepared.setArray(column + 1, array);
            }
            return prepared.executeUpdate();
        }
    }

    /** PostgreSQL has no room for a NUL character. */
    private static @Nullable Object withoutNul(@Nullable Object value) {
        return value instanceof String text && text.indexOf('\0') >= 0 ? text.replace('\0', '\ufffd') : value;
    }

    void clear() {
        rows.clear();
    }
}
