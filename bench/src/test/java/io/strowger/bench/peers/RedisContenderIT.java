package io.strowger.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded Redis, since no program of the system is found. */
class RedisContenderIT {
    @TempDir
    Path directory;

    @Test
    void shouldForceEveryWrite() throws Exception {
        try (Ground ground = Grounds.without(directory);
                RedisServer server = RedisServer.start(ground)) {
            assertThat(server.setting("appendonly")).isEqualTo("yes");
            assertThat(server.setting("appendfsync")).isEqualTo("always");
            assertThat(server.version()).startsWith("6.2.").endsWith("(embedded)");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shouldKeepWhatItAnswers() throws Exception {
        try (Ground ground = Grounds.without(directory);
                Contender redis = new RedisContender(ground)) {
            redis.start();

            Figures figures = redis.measure(Load.closedLoop(2, 4), Duration.ofMillis(200));

            assertThat(figures.value(Metric.THROUGHPUT)).isPositive();
            assertThat(figures.value(Metric.ANSWER_P99)).isGreaterThanOrEqualTo(figures.value(Metric.ANSWER_P50));
        }
    }
}
