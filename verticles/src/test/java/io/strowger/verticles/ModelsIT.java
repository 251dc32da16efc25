package io.strowger.verticles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strowger.verticles.cli.CommandRunner;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.models.FixedModels;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code models} beside a server in a process of its own. */
class ModelsIT {
    private static final String MESSAGE = "{\"channel\":\"web-chat\",\"text\":\"Wo ist mein Paket?\"}";

    @TempDir
    private Path directory;

    private Path data;

    @Test
    void shouldKeepTheModelInForceOverAKillAndAStop() throws Exception {
        data = directory.resolve("data");
        FixedModels.write(directory.resolve("made"), "apples", "pears");
        String version = models("add", directory.resolve("made").toString()).getString("version");
        String shipped;
        try (ServedProcess server = serve().awaitReady()) {
            assertThat(intent(server)).isNotEqualTo("apples");
            JsonObject change = models("activate", version);
            shipped = change.getString("before");
            assertThat(change.getString("inForce")).isEqualTo(version);
            assertThat(change.getJsonArray("warnings").encode()).contains("the models never say");
            assertThat(intent(server)).isEqualTo("apples");
            server.kill();
        }
        assertThat(models("list").getString("inForce")).isEqualTo(version);
        try (ServedProcess server = serve().awaitReady()) {
            assertThat(intent(server)).isEqualTo("apples");
            assertThat(server.terminate()).isZero();
        }
        assertThat(models("rollback").getString("inForce")).isEqualTo(shipped);
        try (ServedProcess server = serve().awaitReady()) {
            assertThat(intent(server)).isNotEqualTo("apples");
            models("shadow", version);
            intent(server);
            assertThat(models("shadow").getString("shadow")).isEqualTo(version);
            assertThat(server.terminate()).isZero();
        }
    }

    @Test
    void shouldGiveCorrectedMessagesAsExamples() throws Exception {
        data = directory.resolve("data");
        try (ServedProcess server = serve().awaitReady()) {
            JsonObject answer = post(server, "/api/v1/messages", MESSAGE);
            String path = "/api/v1/conversations/" + answer.getString("conversationId") + "/correct";
            JsonObject correction = new JsonObject()
                    .put("message", answer.getString("messageId"))
                    .put("head", "intent")
                    .put("label", "apples");
            post(server, path, correction.encode());
            post(server, path, correction.put("label", "delivery_period").encode());
            Path file = directory.resolve("examples.tsv");
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                run("examples", "--head", "intent", "--out", file.toString());
                assertThat(Files.readString(file)).isEqualTo("delivery_period\tWo ist mein Paket?\n");
            });
        }
    }

    private ServedProcess serve() throws Exception {
        return ServedProcess.start(directory, "--data-dir", data.toString(), "--http-port", "0", "--tcp-port", "0");
    }

    private JsonObject models(String... arguments) {
        List<String> call = new ArrayList<>(List.of(arguments));
        call.add("--json");
        return new JsonObject(run(call.toArray(String[]::new)));
    }

    private String run(String... arguments) {
        List<String> call = new ArrayList<>(List.of("models"));
        call.addAll(List.of(arguments));
        call.addAll(List.of("--data-dir", data.toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                directory,
                ServedProcess.home(),
                false);
        int exitCode = new CommandRunner(console).run(call.toArray(String[]::new));
        assertThat(exitCode).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private String intent(ServedProcess server) throws Exception {
        return post(server, "/api/v1/messages", MESSAGE)
                .getJsonObject("analysis")
                .getJsonObject("intent")
                .getString("label");
    }

    private JsonObject post(ServedProcess server, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.httpPort() + path))
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(data.resolve("admin.token")).strip())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }
}
