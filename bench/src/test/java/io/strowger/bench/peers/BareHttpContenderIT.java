package io.strowger.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.bench.peers.BareHttpServer.Parser;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BareHttpContenderIT {
    private static final String ANSWER = "{\"messageId\":\"1\"}";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void shouldParseWhatItGetsAndAnswerTheConstant(Parser parser) throws Exception {
        try (Ground ground = Grounds.without(directory);
                BareHttpContender bare = new BareHttpContender(parser, new StrowgerServer(true, ground), ground)) {
            bare.start(ANSWER);

            assertThat(bare.post("{\"channel\":\"web-chat\",\"text\":\"hello\"}"))
                    .startsWith("HTTP/1.1 200 ")
                    .containsIgnoringCase("content-type: application/json")
                    .endsWith("\r\n\r\n" + ANSWER);
            assertThat(bare.post("{\"channel\":\"web-chat\",\"text\":")).startsWith("HTTP/1.1 400 ");
            assertThat(bare.measure(Load.closedLoop(2, 1), Duration.ofMillis(200))
                            .value(Metric.THROUGHPUT))
                    .isPositive();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shouldAnswerAsOurServerDoes() throws Exception {
        try (Ground ground = Grounds.without(directory);
                StrowgerServer ours = new StrowgerServer(true, ground);
                Contender bare = new BareHttpContender(Parser.STREAM, ours, ground)) {
            ours.start();
            bare.start();

            assertThat(ours.sampleAnswer()).contains("\"externalId\":\"sample-", "\"durable\":true");
            assertThat(ours.measure(Load.closedLoop(2, 1), Duration.ofMillis(200))
                            .value(Metric.THROUGHPUT))
                    .isPositive();
            assertThat(bare.measure(Load.closedLoop(2, 1), Duration.ofMillis(200))
                            .value(Metric.THROUGHPUT))
                    .isPositive();
        }
        assertThat(directory).isEmptyDirectory();
    }
}
