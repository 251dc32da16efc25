package io.strowger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.bench.net.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand messages over TCP and ten thousand over HTTP, against the real server. */
class LoadIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECTIONS = 4;
    private static final int MESSAGES = 2_500;
    private static final int CONVERSATIONS = 50;

    @TempDir
    Path directory;

    @Test
    void shouldAnswerEveryMessageInOrderAndProjectEachOnce() throws Exception {
        try (ServerProcess server = Servers.start(directory)) {
            String token = server.adminToken();
            List<Callable<Map<String, String>>> senders = new ArrayList<>();
            for (int number = 0; number < CONNECTIONS; number++) {
                String tcp = "tcp" + number;
                String http = "http" + number;
                senders.add(() -> overTcp(server, token, tcp));
                senders.add(() -> overHttp(server, token, http));
            }
            Map<String, String> acknowledged = runAll(senders);

            assertThat(acknowledged).hasSize(2 * CONNECTIONS * MESSAGES);
            ProjectedMessages projected = ProjectedMessages.await(server, acknowledged.size());
            assertThat(projected.messageIds()).isEqualTo(acknowledged);
            assertThat(projected.orderViolations()).isEmpty();
            assertThat(server.terminate()).isZero();
        }
    }

    private static Map<String, String> runAll(List<Callable<Map<String, String>>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            Map<String, String> all = new HashMap<>();
            for (Future<Map<String, String>> done : threads.invokeAll(tasks)) {
                all.putAll(done.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, String> overTcp(ServerProcess server, String token, String sender) throws Exception {
        List<String> lines = IntStream.range(0, MESSAGES)
                .mapToObj(number -> Texts.line(sender, number, CONVERSATIONS))
                .toList();
        Map<String, String> acknowledged = new HashMap<>();
        try (TcpClient client = new TcpClient(server.tcpPort(), token)) {
            List<JsonNode> answers = client.pipeline(lines, 200);
            for (int number = 0; number < MESSAGES; number++) {
                JsonNode answer = answers.get(number);
                assertThat(answer.path("externalId").asText())
                        .as("answer %s", answer)
                        .isEqualTo(sender + "-" + number);
                assertThat(answer.path("durable").asBoolean()).isTrue();
                acknowledged.put(sender + "-" + number, answer.path("messageId").asText());
            }
        }
        return acknowledged;
    }

    private static Map<String, String> overHttp(ServerProcess server, String token, String sender) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Map<String, String> acknowledged = new HashMap<>();
        for (int number = 0; number < MESSAGES; number++) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.httpPort() + "/api/v1/messages"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(Texts.line(sender, number, CONVERSATIONS)))
                    .build();
            HttpResponse<String> response = sendUntilThereIsRoom(client, request);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            acknowledged.put(
                    sender + "-" + number,
                    JSON.readTree(response.body()).path("messageId").asText());
        }
        return acknowledged;
    }

    /** As a client should: a refusal for want of room says to try again. */
    private static HttpResponse<String> sendUntilThereIsRoom(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        HttpResponse<String> response;
        do {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        } while (response.statusCode() == 503
                && response.headers().firstValue("Retry-After").isPresent());
        return response;
    }
}
