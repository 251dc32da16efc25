package io.strowger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.bench.net.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a load, twice: what was acknowledged is there, exactly once. */
class CrashIT {
    private static final int CONNECTIONS = 4;
    private static final int MESSAGES = 50_000;
    private static final int CONVERSATIONS = 40;
    private static final int ACKNOWLEDGED_BEFORE_KILL = 4_000;

    @TempDir
    Path directory;

    @Test
    void shouldKeepEveryAcknowledgedMessageExactlyOnceOverTwoCrashes() throws Exception {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        for (int crash = 0; crash < 2; crash++) {
            try (ServerProcess server = Servers.start(directory)) {
                loadUntilKilled(server, "run" + crash, acknowledged);
            }
        }
        try (ServerProcess server = Servers.start(directory)) {
            assertThat(server.output()).contains("recovered");
            List<String> externalIds = new ArrayList<>(new TreeMap<>(acknowledged).keySet());
            List<String> again = externalIds.stream().map(CrashIT::lineOf).toList();
            try (TcpClient client = new TcpClient(server.tcpPort(), server.adminToken())) {
                List<JsonNode> answers = client.pipeline(again, 200);
                for (int index = 0; index < again.size(); index++) {
                    JsonNode answer = answers.get(index);
                    assertThat(answer.path("duplicate").asBoolean())
                            .as("%s", answer)
                            .isTrue();
                    assertThat(answer.path("messageId").asText()).isEqualTo(acknowledged.get(externalIds.get(index)));
                }
            }
            ProjectedMessages projected = ProjectedMessages.await(server, acknowledged.size());
            assertThat(projected.orderViolations()).isEmpty();
            assertThat(projected.messageIds()).containsAllEntriesOf(acknowledged);
        }
    }

    private static void loadUntilKilled(ServerProcess server, String run, Map<String, String> acknowledged)
            throws Exception {
        String token = server.adminToken();
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_KILL);
        List<Thread> senders = IntStream.range(0, CONNECTIONS)
                .mapToObj(number ->
                        new Thread(() -> sendUntilTheEnd(server, token, run + "x" + number, acknowledged, enough)))
                .toList();
        senders.forEach(Thread::start);
        enough.await();
        server.kill();
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private static void sendUntilTheEnd(
            ServerProcess server,
            String token,
            String sender,
            Map<String, String> acknowledged,
            CountDownLatch enough) {
        int sent = 0;
        int answered = 0;
        try (TcpClient client = new TcpClient(server.tcpPort(), token)) {
            while (answered < MESSAGES) {
                while (sent < MESSAGES && sent - answered < 100) {
                    client.send(Texts.line(sender, sent++, CONVERSATIONS));
                }
                client.flush();
                JsonNode answer = client.read();
                assertThat(answer.path("externalId").asText()).isEqualTo(sender + "-" + answered);
                acknowledged.put(
                        sender + "-" + answered, answer.path("messageId").asText());
                answered++;
                enough.countDown();
            }
        } catch (IOException e) {
            // the server was killed, as intended: what was answered until here must be kept
            assertThat(answered).isLessThan(MESSAGES);
        }
    }

    private static String lineOf(String externalId) {
        int dash = externalId.lastIndexOf('-');
        return Texts.line(
                externalId.substring(0, dash), Integer.parseInt(externalId.substring(dash + 1)), CONVERSATIONS);
    }
}
