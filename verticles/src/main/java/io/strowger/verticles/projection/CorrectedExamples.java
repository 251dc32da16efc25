package io.strowger.verticles.projection;

import io.strowger.verticles.config.StoreAddress;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The corrected messages of an organization as examples to learn from, read from PostgreSQL. Blocking. */
public final class CorrectedExamples {
    private static final int FETCH_ROWS = 1_000;
    private static final String LATEST_OF_EACH_MESSAGE = """
            select distinct on (c.message_id) c.label, m.text
            from corrections c join messages m on m.message_id = c.message_id and m.conversation_id = c.conversation_id
                and m.organization = c.organization
            where c.organization = ? and c.head = ?
            order by c.message_id, c.sequence desc""";

    private final StoreAddress address;

    public CorrectedExamples(StoreAddress address) {
        this.address = address;
    }

    /**
     * Writes a line {@code label, tab, text} for each message that was corrected, with the latest label, in a fixed order.
     *
     * @param head a task's name, for example {@code intent}
     * @return the number of lines
     */
    public int write(String organization, String head, Writer out) throws SQLException, IOException {
        try (Connection connection = new PostgresConnector(address).connect();
                PreparedStatement select = connection.prepareStatement(LATEST_OF_EACH_MESSAGE)) {
            select.setFetchSize(FETCH_ROWS);
            select.setString(1, organization);
            select.setString(2, head);
            int lines = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    out.write(rows.getString(1) + "\t" + oneLine(rows.getString(2)) + "\n");
                    lines++;
                }
            }
            return lines;
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ").strip();
    }
}
