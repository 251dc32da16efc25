package io.strowger.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresContenderIT {
    @TempDir
    Path directory;

    @Test
    void shouldCommitEveryMessageDurablyInARowOfItsOwn() throws Exception {
        try (Ground ground = Grounds.without(directory);
                PostgresContender postgres = new PostgresContender(ground)) {
            postgres.start();
            Figures figures = postgres.measure(Load.closedLoop(3, 1), Duration.ofMillis(300));

            assertThat(figures.value(Metric.THROUGHPUT)).isPositive();
            try (Connection connection = postgres.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT current_setting('fsync'),"
                                    + " current_setting('synchronous_commit'), count(*), count(DISTINCT payload) FROM message")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("on");
                assertThat(row.getString(2)).isEqualTo("on");
                assertThat(row.getLong(3)).isGreaterThan(3);
                assertThat(row.getLong(4)).isGreaterThan(1);
            }
        }
        assertThat(directory).isEmptyDirectory();
    }
}
