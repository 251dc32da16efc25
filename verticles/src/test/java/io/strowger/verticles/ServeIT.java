package io.strowger.verticles;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {
    private static final String MESSAGE =
            "{\"channel\":\"web-chat\",\"externalId\":\"%s\",\"text\":\"Wo ist mein Paket?\"}";

    @TempDir
    private Path directory;

    @Test
    void shouldServeStopAndServeAgainWithNothingLost() throws Exception {
        Path data = directory.resolve("data");
        String overHttp;
        String overTcp;
        try (ServedProcess server = serve(data).awaitReady()) {
            assertThat(server.out()).contains("is ready after", "ws://127.0.0.1:", "postgres.uri", "redis.uri");
            assertThat(Files.readString(data.resolve("postgres.uri"))).startsWith("postgresql://");
            overHttp = messageId(http(server, data, "h-1"), false);
            overTcp = messageId(tcp(server, data, "t-1"), false);
            assertSecondServerIsRefused(data);
            assertThat(server.terminate()).isZero();
            assertThat(server.err()).contains("stopping", "stopped").doesNotContain("Exception");
        }
        assertThat(data.resolve("postgres.uri")).doesNotExist();
        try (ServedProcess server = serve(data).awaitReady()) {
            assertThat(server.out()).contains("records recovered");
            assertThat(messageId(tcp(server, data, "h-1"), true)).isEqualTo(overHttp);
            assertThat(messageId(http(server, data, "t-1"), true)).isEqualTo(overTcp);
            assertThat(server.terminate()).isZero();
        }
    }

    @Test
    void shouldSayThatAPortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                ServedProcess server = ServedProcess.start(
                        directory,
                        "--data-dir",
                        directory.resolve("data").toString(),
                        "--http-port",
                        "0",
                        "--tcp-port",
                        Integer.toString(taken.getLocalPort()))) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.err())
                    .contains("port " + taken.getLocalPort() + " on 127.0.0.1 is in use", "--tcp-port")
                    .doesNotContain("\tat ");
            assertThat(server.out()).isEmpty();
        }
    }

    @Test
    void shouldSuggestTheConfigurationKeyThatWasMeant() throws Exception {
        Path file = Files.writeString(directory.resolve("strowger.yaml"), "http:\n  prot: 9000\n");
        try (ServedProcess server = ServedProcess.start(directory, "--config", file.toString())) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.err()).contains("http.prot", "did you mean").doesNotContain("\tat ");
        }
    }

    private void assertSecondServerIsRefused(Path data) throws Exception {
        try (ServedProcess second = serve(data)) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.err())
                    .contains(data.getFileName().toString(), "in use")
                    .doesNotContain("\tat ");
        }
    }

    private ServedProcess serve(Path data) throws IOException {
        return ServedProcess.start(directory, "--data-dir", data.toString(), "--http-port", "0", "--tcp-port", "0");
    }

    private static JsonObject http(ServedProcess server, Path data, String id) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.httpPort() + "/api/v1/messages"))
                .header("Authorization", "Bearer " + token(data))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(MESSAGE.formatted(id)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static JsonObject tcp(ServedProcess server, Path data, String id) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.tcpPort());
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String lines = new JsonObject().put("token", token(data)).encode() + "\n" + MESSAGE.formatted(id) + "\n";
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
            assertThat(new JsonObject(answers.readLine()).getBoolean("ok")).isTrue();
            return new JsonObject(answers.readLine());
        }
    }

    private static String token(Path data) throws IOException {
        return Files.readString(data.resolve("admin.token")).strip();
    }

    private static String messageId(JsonObject answer, boolean isDuplicate) {
        assertThat(answer.getBoolean("duplicate")).as(answer.encode()).isEqualTo(isDuplicate);
        assertThat(answer.getBoolean("durable")).isTrue();
        return answer.getString("messageId");
    }
}
