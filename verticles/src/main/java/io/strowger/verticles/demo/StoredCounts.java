package io.strowger.verticles.demo;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * What PostgreSQL holds of one run of the demonstration.
 *
 * @param messages ids of the run's messages
 * @param conversations conversations that they belong to
 * @param repeatedExternalIds how many of the run's own message ids are there more than once
 * @param offers offers of those conversations, by state
 * @param assignments assignments of those conversations, by state
 */
record StoredCounts(
        Set<String> messages,
        long conversations,
        long repeatedExternalIds,
        Map<String, Long> offers,
        Map<String, Long> assignments) {
    private static final String OF_RUN = " where organization = ? and external_id like ? || '-m%'";
    private static final String CONVERSATIONS_OF_RUN =
            " where conversation_id in (select conversation_id from messages" + OF_RUN + ")";

    /**
     * Reads them.
     *
     * @param uri as in the file {@code postgres.uri}
     * @param run what the run's message ids begin with
     */
    static StoredCounts read(String uri, String organization, String run) throws SQLException {
        try (Connection connection = connect(uri)) {
            Set<String> messages = new HashSet<>();
            each(
                    connection,
                    "select message_id from messages" + OF_RUN,
                    organization,
                    run,
                    row -> messages.add(row.getString(1)));
            long[] counts = new long[2];
            each(
                    connection,
                    "select count(distinct conversation_id), count(external_id) - count(distinct (channel, external_id))"
                            + " from messages" + OF_RUN,
                    organization,
                    run,
                    row -> {
                        counts[0] = row.getLong(1);
                        counts[1] = row.getLong(2);
                    });
            return new StoredCounts(
                    messages,
                    counts[0],
                    counts[1],
                    byState(connection, "offers", organization, run),
                    byState(connection, "assignments", organization, run));
        }
    }

    /** The sequence up to which the projection has come. */
    static long position(String uri) throws SQLException {
        try (Connection connection = connect(uri);
                PreparedStatement statement = connection.prepareStatement(
                        "select sequence from projection_position where name = 'postgres'");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static Map<String, Long> byState(Connection connection, String table, String organization, String run)
            throws SQLException {
        Map<String, Long> states = new LinkedHashMap<>();
        each(
                connection,
                "select state, count(*) from " + table + CONVERSATIONS_OF_RUN + " group by state order by 2 desc, 1",
                organization,
                run,
                row -> states.put(row.getString(1), row.getLong(2)));
        return states;
    }

    private static void each(Connection connection, String query, String organization, String run, Row row)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, organization);
            statement.setString(2, run);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        }
    }

    private static Connection connect(String uri) throws SQLException {
        URI address = URI.create(uri);
        String[] user = String.valueOf(address.getUserInfo()).split(":", 2);
        Properties login = new Properties();
        login.setProperty("user", user[0]);
        login.setProperty("password", user.length > 1 ? user[1] : "");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath(), login);
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }
}
