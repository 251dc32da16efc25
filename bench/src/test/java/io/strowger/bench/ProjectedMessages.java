package io.strowger.bench;

import io.strowger.bench.net.ServerProcess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * What PostgreSQL has.
 *
 * @param messageIds message ids by external id
 * @param orderViolations messages that stand before an earlier one of their conversation, and ids that occur twice
 */
record ProjectedMessages(Map<String, String> messageIds, List<String> orderViolations) {
    /** Waits until the projection has at least that many messages, then reads them all. */
    static ProjectedMessages await(ServerProcess server, int atLeast) throws Exception {
        try (Connection connection = Servers.postgres(server)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> count(connection) >= atLeast);
            return read(connection);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from messages")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static ProjectedMessages read(Connection connection) throws SQLException {
        Map<String, String> messageIds = new HashMap<>();
        Map<String, Integer> lastOfConversation = new HashMap<>();
        List<String> violations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select external_id, message_id, conversation_id from messages order by sequence")) {
            while (rows.next()) {
                String external = rows.getString(1);
                int number = Integer.parseInt(external.substring(external.lastIndexOf('-') + 1));
                if (messageIds.put(external, rows.getString(2)) != null) {
                    violations.add(external + " occurs twice");
                }
                Integer before = lastOfConversation.put(rows.getString(3), number);
                if (before != null && before >= number) {
                    violations.add(external + " stands after number " + before);
                }
            }
        }
        return new ProjectedMessages(messageIds, violations);
    }
}
