package io.strowger.verticles.projection;

import io.strowger.engine.CommittedRecords;
import io.strowger.engine.record.RecordView;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Writes batches of records to PostgreSQL, each with the journal position in one transaction. */
final class PostgresSink implements RecordSink {
    /** The projection's name in the table of positions. */
    static final String NAME = "postgres";

    private final PostgresConnector connector;
    private final PostgresBatch batch;
    private final EventWalk walk = new EventWalk();
    private @Nullable Connection connection;
    private long position;

    PostgresSink(PostgresConnector connector, CommittedRecords committed) {
        this.connector = connector;
        this.batch = new PostgresBatch(new RowContext(committed));
    }

    @Override
    public long open() throws StoreAwayException {
        try {
            Connection opened = connector.connect();
            connection = opened;
            try (Statement statement = opened.createStatement()) {
                // Batches touch rows by their keys. Without statistics on what a batch holds the planner might scan.
                statement.execute("set enable_hashjoin = off");
                statement.execute("set enable_mergejoin = off");
            }
            position = readPosition(opened);
            opened.commit();
            return position;
        } catch (SQLException | RuntimeException e) {
            throw away(e);
        }
    }

    private static long readPosition(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select sequence from projection_position where name = ?")) {
            select.setString(1, NAME);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("the table projection_position has no row for " + NAME);
                }
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void add(RecordView record) {
        walk.over(record, batch);
    }

    @Override
    public void flush(long sequence) throws StoreAwayException {
        Connection open = open(connection);
        try {
            movePosition(open, sequence);
            batch.write(open);
            open.commit();
            position = sequence;
            batch.clear();
        } catch (SQLException | IOException e) {
            throw away(e);
        }
    }

    /** First in the transaction: its row lock keeps a second writer out until the commit, which then finds another value. */
    private void movePosition(Connection open, long sequence) throws SQLException {
        try (PreparedStatement update = open.prepareStatement(
                "update projection_position set sequence = ?, updated_at = now() where name = ? and sequence = ?")) {
            update.setLong(1, sequence);
            update.setString(2, NAME);
            update.setLong(3, position);
            if (update.executeUpdate() != 1) {
                throw new SQLException(
                        "somebody else moved the position; does a second server write to this database?");
            }
        }
    }

    @Override
    public void idle() throws StoreAwayException {
        try {
            if (!open(connection).isValid(5)) {
                throw new SQLException("the connection was lost");
            }
        } catch (SQLException e) {
            throw away(e);
        }
    }

    private static Connection open(@Nullable Connection connection) {
        if (connection == null) {
            throw new IllegalStateException("not connected");
        }
        return connection;
    }

    private StoreAwayException away(Exception cause) {
        return new StoreAwayException("PostgreSQL at " + connector.place() + " can't be used", cause);
    }

    @Override
    public void abandon() {
        batch.clear();
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // It is given up anyway.
            }
        }
    }
}
