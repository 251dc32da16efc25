package io.strowger.verticles.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.session.EdgeServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayIT {
    private static final String MESSAGES = "/api/v1/messages";
    private static final String MESSAGE = "{\"channel\":\"web-chat\",\"externalId\":\"m-1\",\"text\":\"Hello\"}";

    @TempDir
    Path directory;

    private EdgeServer server;
    private HttpCalls admin;

    @BeforeEach
    void start() throws Exception {
        server = EdgeServer.start(directory);
        admin = new HttpCalls(server, server.token(Role.ADMIN, "admin"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldAnswerAsTheContractSaysWhenAMessageComes() throws Exception {
        HttpResponse<String> response = admin.post(MESSAGES, MESSAGE);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = HttpCalls.json(response);
        assertThat(answer.path("externalId").asText()).isEqualTo("m-1");
        assertThat(answer.path("durable").asBoolean()).isTrue();
        assertThat(answer.path("route").path("state").asText()).isEqualTo("queued");
        JsonNode again = HttpCalls.json(admin.post(MESSAGES, MESSAGE));
        assertThat(again.path("duplicate").asBoolean()).isTrue();
        assertThat(again.path("messageId")).isEqualTo(answer.path("messageId"));
    }

    @Test
    void shouldAnswerBeforeTheDiskWhenThatIsAskedFor() throws Exception {
        JsonNode answer = HttpCalls.json(admin.post(MESSAGES + "?ack=decided", MESSAGE));

        assertThat(answer.path("durable").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{|400|malformed-json",
                "[]|400|malformed-json",
                "{\"text\":\"x\"}|400|missing-field",
                "{\"channel\":\"web-chat\",\"text\":7}|400|invalid-field",
                "{\"channel\":\"telex\",\"text\":\"x\"}|422|unknown-channel",
            })
    void shouldNameTheProblemWhenAMessageIsWrong(String body, int status, String slug) throws Exception {
        assertProblem(admin.post(MESSAGES, body), status, slug);
    }

    @Test
    void shouldRefuseWhenTextOrBodyIsTooLarge() throws Exception {
        String start = "{\"channel\":\"web-chat\",\"externalId\":\"e\",\"text\":\"";
        JsonNode problem =
                assertProblem(admin.post(MESSAGES, start + "x".repeat((64 << 10) + 1) + "\"}"), 413, "text-too-large");
        assertThat(problem.path("externalId").asText()).isEqualTo("e");
        assertProblem(
                admin.post(MESSAGES, start + "x".repeat(EdgeServer.LINE_LIMIT_BYTES) + "\"}"), 413, "body-too-large");
        assertThat(admin.post(MESSAGES, MESSAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldRefuseWhenTheCallerIsNobodyOrMayNot() throws Exception {
        HttpCalls nobody = new HttpCalls(server, "nonsense");
        HttpResponse<String> unauthorized = nobody.post(MESSAGES, MESSAGE);
        assertProblem(unauthorized, 401, "invalid-token");
        assertThat(unauthorized.headers().firstValue("WWW-Authenticate")).isPresent();
        HttpCalls agent = new HttpCalls(server, server.token(Role.AGENT, "ada"));
        assertProblem(agent.post(MESSAGES, MESSAGE), 403, "forbidden");
        assertProblem(agent.get("/api/v1/queues"), 403, "forbidden");
        HttpCalls integrator = new HttpCalls(server, server.token(Role.INTEGRATOR, "shop"));
        assertThat(integrator.get("/api/v1/queues").statusCode()).isEqualTo(200);
        assertProblem(integrator.post("/api/v1/conversations/c-1/complete", ""), 403, "forbidden");
        HttpCalls foreign = new HttpCalls(server, server.tokens().issue("other", "x", Set.of(Role.ADMIN), null));
        assertProblem(foreign.get("/api/v1/queues"), 403, "unknown-organization");
    }

    @Test
    void shouldAnswerWithAProblemWhenPathMethodOrTypeIsWrong() throws Exception {
        assertProblem(admin.get("/nowhere"), 404, "not-found");
        assertProblem(admin.get(MESSAGES), 405, "method-not-allowed");
        assertProblem(admin.get("/api/v1/conversations/nonsense"), 404, "not-found");
        assertProblem(admin.get("/api/v1/conversations/c-zzzz"), 404, "not-found");
        assertProblem(admin.post(MESSAGES + "?ack=never", MESSAGE), 400, "invalid-parameter");
        assertProblem(admin.get("/api/v1/events?from=x"), 400, "invalid-parameter");
        assertProblem(
                admin.send(admin.request(MESSAGES)
                        .header("Content-Type", "text/xml")
                        .POST(BodyPublishers.ofString("<message/>"))),
                415,
                "unsupported-media-type");
    }

    @Test
    void shouldShowWhatWasAnsweredWhenItIsReadRightAfter() throws Exception {
        JsonNode answer = HttpCalls.json(admin.post(MESSAGES, MESSAGE));
        String id = answer.path("conversationId").asText();

        JsonNode conversation = HttpCalls.json(admin.get("/api/v1/conversations/" + id));

        assertThat(conversation.path("state").asText()).isEqualTo("queued");
        assertThat(conversation.path("lastMessage").path("externalId").asText()).isEqualTo("m-1");
        JsonNode queue =
                HttpCalls.json(admin.get("/api/v1/queues")).path("queues").path(0);
        assertThat(queue.path("id").asText()).isEqualTo("general");
        assertThat(queue.path("waiting").asInt()).isEqualTo(1);
        JsonNode agents = HttpCalls.json(admin.get("/api/v1/agents")).path("agents");
        assertThat(agents.path(0).path("id").asText()).isEqualTo("ada");
        assertThat(agents.path(0).path("connected").asBoolean(true)).isFalse();
    }

    @Test
    void shouldChangeAConversationWhenTheApiSaysSo() throws Exception {
        String id = HttpCalls.json(admin.post(MESSAGES, MESSAGE))
                .path("conversationId")
                .asText();
        String path = "/api/v1/conversations/" + id;

        assertState(admin.post(path + "/park", ""), "parked");
        assertState(admin.post(path + "/resume", "{}"), "queued");
        assertProblem(admin.post(path + "/complete", ""), 409, "conflict");
        assertProblem(
                admin.send(admin.request(path + "/park")
                        .header("If-Match", "\"1\"")
                        .POST(HttpRequest.BodyPublishers.noBody())),
                412,
                "stale-version");
        assertProblem(admin.post(path + "/await", ""), 409, "conflict");
        assertProblem(admin.post(path + "/unassign", ""), 409, "conflict");
        assertProblem(admin.post(path + "/assign", "{}"), 400, "missing-field");
        assertProblem(admin.post(path + "/assign", "{\"agent\":\"nobody\"}"), 404, "not-found");
        assertProblem(admin.post(path + "/transfer", "{}"), 400, "missing-field");
        assertProblem(admin.post(path + "/fly", ""), 404, "not-found");
        assertProblem(admin.post(path + "/schedule", "{\"startAt\":\"soon\"}"), 400, "invalid-field");
        assertState(admin.post(path + "/leave", ""), "abandoned");
        assertState(admin.post(path + "/return", "{\"reason\":\"back again\"}"), "queued");
        assertState(admin.post(path + "/schedule", "{\"startAt\":\"2200-01-01T00:00:00Z\"}"), "scheduled");
        assertProblem(admin.post(path + "/resume", ""), 409, "conflict");
        assertState(admin.post(path + "/cancel", ""), "cancelled");
    }

    @Test
    void shouldReplaceTheConfigurationOnlyWhenItsVersionIsTheOneThatWasRead() throws Exception {
        HttpResponse<String> read = admin.get("/api/v1/configuration");
        String tag = read.headers().firstValue("ETag").orElseThrow();
        String changed = read.body().replace("\"General\"", "\"Everything\"");

        assertProblem(configure(changed, null), 428, "precondition-required");
        HttpResponse<String> replaced = configure(changed, tag);
        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
        assertThat(HttpCalls.json(replaced).path("version").asLong()).isEqualTo(2);
        assertProblem(configure(read.body(), tag), 412, "stale-version");
        JsonNode problem =
                assertProblem(configure("{\"id\":\"demo\",\"nonsense\":1}", "*"), 422, "invalid-configuration");
        assertThat(problem.path("problems").size()).isPositive();
        assertProblem(
                configure(changed.replace("\"id\":\"demo\"", "\"id\":\"other\""), "*"), 422, "invalid-configuration");
        assertThat(HttpCalls.json(admin.get("/api/v1/queues"))
                        .path("queues")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("Everything");
    }

    @Test
    void shouldStreamEventsAndResumeAfterTheLastOneWhenTheClientComesBack() throws Exception {
        for (int number = 0; number < 50; number++) {
            admin.post(MESSAGES, MESSAGE.replace("m-1", "m-" + number));
        }
        List<String> first = events("/api/v1/events?from=1", null, 30);
        String last = first.get(first.size() - 1).split("\\|", -1)[0];
        CompletableFuture<Void> later = CompletableFuture.runAsync(() -> post("m-late"));
        List<String> rest = events("/api/v1/events", last, 1_000);
        later.join();

        List<String> all = new ArrayList<>(first);
        all.addAll(rest);
        assertThat(new HashSet<>(all)).as("nothing twice").hasSameSizeAs(all);
        for (int number = 0; number < 50; number++) {
            String id = "\"externalId\":\"m-" + number + "\"";
            assertThat(all)
                    .filteredOn(event -> event.contains("message_received") && event.contains(id))
                    .hasSize(1);
        }
        assertThat(all.get(all.size() - 1)).contains("m-late");
    }

    @Test
    void shouldTellHowItIsWhenAskedWithoutAToken() throws Exception {
        admin.post(MESSAGES, MESSAGE);
        assertThat(admin.get("/health/live").statusCode()).isEqualTo(200);
        JsonNode ready = HttpCalls.json(admin.get("/health/ready"));
        assertThat(ready.path("status").asText()).isIn("ready", "degraded");
        JsonNode detailed = HttpCalls.json(admin.get("/health/detailed"));
        assertThat(detailed.path("projections").path(0).path("name").asText()).isEqualTo("live");
        assertThat(detailed.path("projections").path(0).has("lagRecords")).isTrue();
        String metrics = admin.get("/metrics").body();
        assertThat(metrics)
                .contains("engine_published_total")
                .contains("engine_ring_remaining")
                .contains("projection_lag_records{projection=\"live\"}")
                .contains("edge_messages_total{protocol=\"http\"} 1.0");
    }

    @Test
    void shouldSayNotReadyAndRefuseWhenTheEngineIsClosed() throws Exception {
        server.engine().close();

        assertThat(admin.get("/health/ready").statusCode()).isEqualTo(503);
        HttpResponse<String> refused = admin.post(MESSAGES, MESSAGE);
        assertProblem(refused, 503, "closed");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void shouldLetMessagesWaitWhenTheRingHasNoRoomForAMoment() throws Exception {
        try (EdgeServer small = EdgeServer.withSmallRing(directory.resolve("small"))) {
            HttpCalls calls = new HttpCalls(small, small.token(Role.ADMIN, "admin"));
            // Large enough to need one of its four large buffers.
            String message = MESSAGE.replace("Hello", "Hello ".repeat(500));
            List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
            for (int number = 0; number < 12; number++) {
                sent.add(calls.client()
                        .sendAsync(
                                calls.request(MESSAGES)
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString(message.replace("m-1", "m-" + number)))
                                        .build(),
                                BodyHandlers.ofString()));
            }

            assertThat(sent)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        }
    }

    private void post(String externalId) {
        try {
            admin.post(MESSAGES, MESSAGE.replace("m-1", externalId));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Events as "id|data", until there are enough or the late one has come; stops at the end of a record. */
    private List<String> events(String path, String lastId, int enough) throws Exception {
        var request = admin.request(path);
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        List<String> events = new ArrayList<>();
        HttpResponse<InputStream> response = admin.client().send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        try (Scanner lines = new Scanner(response.body(), "UTF-8")) {
            String data = "";
            List<String> record = new ArrayList<>();
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                if (line.startsWith("data: ")) {
                    data = line.substring(6);
                    record.add(data);
                    new ObjectMapper().readTree(data);
                } else if (line.startsWith("id: ")) {
                    String id = line.substring(4);
                    record.forEach(each -> events.add(id + "|" + each));
                    boolean late = record.stream().anyMatch(each -> each.contains("m-late"));
                    record.clear();
                    if (events.size() >= enough || late) {
                        return late ? onlyToTheLateMessage(events) : events;
                    }
                }
            }
        }
        return events;
    }

    private static List<String> onlyToTheLateMessage(List<String> events) {
        int at = 0;
        while (!events.get(at).contains("m-late")) {
            at++;
        }
        return events.subList(0, at + 1);
    }

    private HttpResponse<String> configure(String body, String tag) throws Exception {
        var request = admin.request("/api/v1/configuration").header("Content-Type", "application/json");
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return admin.send(request.PUT(BodyPublishers.ofString(body)));
    }

    private static void assertState(HttpResponse<String> response, String state) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(HttpCalls.json(response).path("route").path("state").asText())
                .isEqualTo(state);
    }

    private static JsonNode assertProblem(HttpResponse<String> response, int status, String slug) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = HttpCalls.json(response);
        assertThat(problem.path("type").asText()).isEqualTo("urn:strowger:problem:" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotEmpty();
        return problem;
    }
}
