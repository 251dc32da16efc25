package io.strowger.verticles.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.session.EdgeServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestIT {
    /** A thread each: on two cores the common pool has one, and those who wait would keep it from those they wait for. */
    private static final Executor THREADS = task -> new Thread(task, "ingest-it").start();

    @TempDir
    Path directory;

    @Test
    void shouldAnswerAsTheContractSaysWhenAMessageComes() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                LineClient client = connect(server)) {
            client.send(message("m-1", "Hello"));

            JsonNode answer = client.read();

            assertThat(answer.path("messageId").asText()).startsWith("m-");
            assertThat(answer.path("conversationId").asText()).startsWith("c-");
            assertThat(answer.path("externalId").asText()).isEqualTo("m-1");
            assertThat(answer.path("duplicate").asBoolean(true)).isFalse();
            assertThat(answer.path("durable").asBoolean()).isTrue();
            assertThat(answer.path("route").path("state").asText()).isEqualTo("queued");
            assertThat(answer.path("route").path("queue").asText()).isEqualTo("general");
            assertThat(answer.path("route").path("agent").isNull()).isTrue();
            assertThat(answer.path("decisionMicros").isFloatingPointNumber()).isTrue();
        }
    }

    @Test
    void shouldGiveTheFirstAnswerAgainWhenAnIdIsRepeated() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                LineClient client = connect(server)) {
            client.send(message("m-1", "Hello") + message("m-1", "Another body"));

            JsonNode first = client.read();
            JsonNode second = client.read();

            assertThat(second.path("duplicate").asBoolean()).isTrue();
            assertThat(second.path("messageId")).isEqualTo(first.path("messageId"));
            assertThat(second.path("conversationId")).isEqualTo(first.path("conversationId"));
        }
    }

    @Test
    void shouldKeepTheOrderAndSpareTheNeighboursWhenBadLinesAreInBetween() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                LineClient client = connect(server)) {
            int rounds = 500;
            ByteArrayOutputStream pipelined = new ByteArrayOutputStream();
            for (int round = 0; round < rounds; round++) {
                pipelined.writeBytes(utf8(message("ok-" + round, "text")));
                pipelined.writeBytes(utf8("{\"externalId\":\"bad-" + round + "\",\"channel\":7}\r\n\n"));
                pipelined.writeBytes(utf8(message("fast-" + round, "text").replace("}\n", ",\"ack\":\"decided\"}\n")));
                pipelined.writeBytes(
                        utf8("{\"externalId\":\"utf-" + round + "\",\"channel\":\"web-chat\",\"text\":\""));
                pipelined.write(0xc3);
                pipelined.writeBytes(utf8("\"}\n"));
                pipelined.writeBytes(utf8(message("unknown-" + round, "text").replace("web-chat", "telex")));
            }
            CompletableFuture<Void> sending = sendAside(client, pipelined.toByteArray());

            for (int round = 0; round < rounds; round++) {
                assertAnswer(client.read(), "ok-" + round);
                assertProblem(client.read(), "invalid-field", 400, "bad-" + round);
                assertAnswer(client.read(), "fast-" + round);
                assertProblem(client.read(), "invalid-utf8", 400, "utf-" + round);
                assertProblem(client.read(), "unknown-channel", 422, "unknown-" + round);
            }
            sending.join();
        }
    }

    @Test
    void shouldSkipALineToItsEndWhenItIsTooLong() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                LineClient client = connect(server)) {
            String endless = message("long", "x".repeat(3 * EdgeServer.LINE_LIMIT_BYTES));
            String barely = message("barely", "x".repeat(EdgeServer.LINE_LIMIT_BYTES));
            CompletableFuture<Void> sending = sendAside(
                    client,
                    utf8(message("before", "a") + endless + message("between", "b") + barely + message("after", "c")));

            assertAnswer(client.read(), "before");
            assertProblem(client.read(), "body-too-large", 413, "long");
            assertAnswer(client.read(), "between");
            assertProblem(client.read(), "body-too-large", 413, "barely");
            assertAnswer(client.read(), "after");
            sending.join();
        }
    }

    @Test
    void shouldAnswerTooLargeWhenOnlyTheTextIs() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                LineClient client = connect(server)) {
            client.send(message("fits", "x".repeat(64 << 10)) + message("big", "x".repeat((64 << 10) + 1)));

            assertAnswer(client.read(), "fits");
            assertProblem(client.read(), "text-too-large", 413, "big");
        }
    }

    @Test
    void shouldAnswerEverythingWhenTheClientEndsItsSide() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory)) {
            for (int round = 0; round < 20; round++) {
                try (LineClient client = new LineClient(server.tcpPort())) {
                    client.send(hello(server)
                            + message("a-" + round, "first")
                            + message("b-" + round, "second").strip());
                    client.endOutput();

                    assertThat(client.read().path("ok").asBoolean()).isTrue();
                    assertAnswer(client.read(), "a-" + round);
                    assertAnswer(client.read(), "b-" + round);
                    assertThat(client.read()).isNull();
                }
            }
        }
    }

    @Test
    void shouldCutNoLineWhenTheClientEndsItsSideBehindMany() throws Exception {
        try (EdgeServer server = EdgeServer.withSmallRing(directory)) {
            int messages = 5_000;
            for (int round = 0; round < 4; round++) {
                StringBuilder lines = new StringBuilder();
                for (int number = 0; number < messages; number++) {
                    lines.append(message(round + "-" + number, "Where is my parcel?"));
                }
                try (LineClient client = connect(server)) {
                    CompletableFuture<Void> ended = sendAside(client, utf8(lines.toString()), true);

                    for (int number = 0; number < messages; number++) {
                        assertAnswer(client.read(), round + "-" + number);
                    }
                    assertThat(client.read()).isNull();
                    ended.join();
                }
            }
        }
    }

    @Test
    void shouldRefuseAndCloseWhenTheTokenIsWrongOrMissing() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory)) {
            assertRefused(server, "{\"token\":\"nonsense\"}\n" + message("m", "t"), "invalid-token");
            assertRefused(server, message("m", "t") + message("n", "t"), "missing-token");
            assertRefused(server, "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "missing-token");
            assertRefused(server, "{\"token\":\"" + server.token(Role.AGENT, "ada") + "\"}\n", "forbidden");
            assertRefused(
                    server,
                    "{\"token\":\"" + server.tokens().issue("other", "x", Set.of(Role.ADMIN), null) + "\"}\n",
                    "unknown-organization");
            assertRefused(
                    server,
                    "{\"token\":\""
                            + server.tokens()
                                    .issue(EdgeServer.ORGANIZATION, "x", Set.of(Role.ADMIN), Duration.ofSeconds(-60))
                            + "\"}\n",
                    "expired-token");
        }
    }

    @Test
    void shouldCloseWhenNoTokenComesInTime() throws Exception {
        try (EdgeServer server = EdgeServer.withTokenTimeout(directory, Duration.ofMillis(200));
                LineClient silent = new LineClient(server.tcpPort());
                LineClient prompt = connect(server)) {
            JsonNode refusal = silent.read();

            assertThat(refusal.path("ok").asBoolean(true)).isFalse();
            assertThat(refusal.path("type").asText()).endsWith("authentication-timeout");
            assertThat(silent.read()).isNull();
            assertAnswer(prompt.send(message("m", "t")).read(), "m");
        }
    }

    @Test
    void shouldStopReadingAndLoseNothingWhenTheRingIsFull() throws Exception {
        try (EdgeServer server = EdgeServer.withSmallRing(directory)) {
            int connections = 4;
            int messages = 5_000;
            CompletableFuture<?>[] done = new CompletableFuture<?>[connections];
            for (int number = 0; number < connections; number++) {
                String prefix = number + "-";
                done[number] = CompletableFuture.runAsync(() -> exchange(server, prefix, messages), THREADS);
            }
            CompletableFuture.allOf(done).join();

            assertThat(server.engine().counters().refusedFull()).isPositive();
            assertThat(server.engine().counters().duplicates()).isZero();
        }
    }

    @Test
    void shouldStopReadingWhenTheClientDoesNotReadItsAnswers() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                LineClient slow = connect(server)) {
            int messages = 40_000;
            StringBuilder lines = new StringBuilder();
            for (int number = 0; number < messages; number++) {
                lines.append(message("s-" + number, "t"));
            }
            CompletableFuture<Void> sending = sendAside(slow, utf8(lines.toString()));
            try (LineClient other = connect(server)) {
                assertAnswer(other.send(message("other", "t")).read(), "other");
            }

            for (int number = 0; number < messages; number++) {
                assertAnswer(slow.read(), "s-" + number);
            }
            sending.join();
        }
    }

    @Test
    void shouldStreamCommittedEventsWhenTheyAreAskedFor() throws Exception {
        try (EdgeServer server = EdgeServer.start(directory);
                LineClient client = connect(server);
                LineClient listener = connect(server)) {
            assertAnswer(client.send(message("m-1", "Hello")).read(), "m-1");
            listener.send("{\"events\":{\"from\":0}}\n");

            JsonNode event = listener.read();
            while (!event.path("type").asText().equals("message_received")) {
                event = listener.read();
            }
            assertThat(event.path("externalId").asText()).isEqualTo("m-1");
            long sequence = event.path("sequence").asLong();
            assertAnswer(client.send(message("m-2", "Hello again")).read(), "m-2");
            do {
                JsonNode next = listener.read();
                assertThat(next.path("sequence").asLong()).isGreaterThanOrEqualTo(sequence);
                sequence = next.path("sequence").asLong();
                event = next;
            } while (!event.path("type").asText().equals("message_received"));
            assertThat(event.path("externalId").asText()).isEqualTo("m-2");
        }
    }

    private static void exchange(EdgeServer server, String prefix, int messages) {
        try (LineClient client = connect(server)) {
            StringBuilder lines = new StringBuilder();
            for (int number = 0; number < messages; number++) {
                lines.append(message(prefix + number, "t"));
            }
            CompletableFuture<Void> sending = sendAside(client, utf8(lines.toString()));
            for (int number = 0; number < messages; number++) {
                assertAnswer(client.read(), prefix + number);
            }
            sending.join();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static CompletableFuture<Void> sendAside(LineClient client, byte[] bytes) {
        return sendAside(client, bytes, false);
    }

    private static CompletableFuture<Void> sendAside(LineClient client, byte[] bytes, boolean thenEnd) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        client.send(bytes);
                        if (thenEnd) {
                            client.endOutput();
                        }
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                THREADS);
    }

    private static void assertRefused(EdgeServer server, String lines, String slug) throws IOException {
        try (LineClient client = new LineClient(server.tcpPort())) {
            JsonNode refusal = client.send(lines).read();
            assertThat(refusal.path("ok").asBoolean(true)).isFalse();
            assertThat(refusal.path("type").asText()).endsWith(":" + slug);
            assertThat(client.read()).isNull();
        }
    }

    private static void assertAnswer(JsonNode answer, String externalId) {
        assertThat(answer.path("externalId").asText()).as("%s", answer).isEqualTo(externalId);
        assertThat(answer.path("messageId").asText()).as("%s", answer).startsWith("m-");
    }

    private static void assertProblem(JsonNode problem, String slug, int status, String externalId) {
        assertThat(problem.path("type").asText()).as("%s", problem).isEqualTo("urn:strowger:problem:" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("externalId").asText()).isEqualTo(externalId);
        assertThat(problem.has("messageId")).isFalse();
    }

    private static LineClient connect(EdgeServer server) throws IOException {
        LineClient client = new LineClient(server.tcpPort());
        JsonNode admitted = client.send(hello(server)).read();
        assertThat(admitted.path("ok").asBoolean()).isTrue();
        assertThat(admitted.path("organization").asText()).isEqualTo(EdgeServer.ORGANIZATION);
        return client;
    }

    private static String hello(EdgeServer server) {
        return "{\"token\":\"" + server.token(Role.INTEGRATOR, "shop") + "\"}\n";
    }

    private static String message(String externalId, String text) {
        return "{\"channel\":\"web-chat\",\"externalId\":\"" + externalId + "\",\"text\":\"" + text + "\"}\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
