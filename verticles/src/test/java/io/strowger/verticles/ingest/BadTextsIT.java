package io.strowger.verticles.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.session.EdgeServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that nobody means to send, over HTTP and TCP: an analysis, or the problem's name; never a closed connection. */
class BadTextsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> HEADS = List.of("language", "intent", "sentiment", "emotion", "urgency");
    private static final int LARGEST_TEXT = 64 << 10;

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private EdgeServer server;

    @BeforeEach
    void start() throws Exception {
        server = EdgeServer.withModels(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The text in JSON, without its quotes. */
    private static Map<String, String> answered() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("spaces", " \\t\\r\\n\\u00a0 ");
        texts.put("controls", "\\u0001\\u001b[2J\\u007f");
        texts.put("zero-width", "\\u200b\\u200d\\ufeffre\u200Bfund");
        texts.put("right-to-left", "\\u202e\\u2067refund\\u2069 \u202Eplease");
        texts.put("emoji", "👩‍👩‍👧‍👦🏳️‍🌈👍🏽 \\ud83d\\ude21");
        texts.put("marks", "Z" + "\u0310".repeat(1_000));
        texts.put("noncharacters", "\\ufffe\\uffff\uFDD0");
        for (String character : List.of("a", " ", "0", "!", "я", "の", "😡", "\u200B", "\u0301")) {
            int copies = LARGEST_TEXT / character.getBytes(StandardCharsets.UTF_8).length;
            texts.put("64K-" + Integer.toHexString(character.codePointAt(0)), character.repeat(copies));
        }
        return texts;
    }

    /** The text in JSON, and the problem. */
    private static Map<String, String> refused() {
        return Map.of(
                "",
                "invalid-field",
                "a zero \\u0000",
                "invalid-field",
                "half a pair \\ud83d",
                "invalid-field",
                "the other half \\ude21",
                "invalid-field",
                "turned around \\ude21\\ud83d",
                "invalid-field",
                "no escape \\uD8",
                "malformed-json",
                "a".repeat(LARGEST_TEXT + 1),
                "text-too-large");
    }

    @Test
    void shouldBeAnsweredOverHttp() throws Exception {
        for (Map.Entry<String, String> text : answered().entrySet()) {
            HttpResponse<String> response = post(utf8(message(text.getKey(), text.getValue())));
            assertThat(response.statusCode()).as(text.getKey()).isEqualTo(200);
            assertAnalyzed(JSON.readTree(response.body()), text.getKey());
        }
        for (Map.Entry<String, String> text : refused().entrySet()) {
            HttpResponse<String> response = post(utf8(message("bad", text.getKey())));
            assertThat(response.statusCode()).isIn(400, 413);
            assertThat(JSON.readTree(response.body()).path("type").asText()).endsWith(text.getValue());
        }
        HttpResponse<String> broken = post(brokenMessage());
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("invalid-utf8");
    }

    @Test
    void shouldBeAnsweredOverTcp() throws Exception {
        try (LineClient client = new LineClient(server.tcpPort())) {
            client.send("{\"token\":\"" + server.token(Role.INTEGRATOR, "shop") + "\"}\n");
            assertThat(read(client).path("ok").asBoolean()).isTrue();
            for (Map.Entry<String, String> text : answered().entrySet()) {
                client.send(message(text.getKey(), text.getValue()) + "\n");
                assertAnalyzed(read(client), text.getKey());
            }
            for (Map.Entry<String, String> text : refused().entrySet()) {
                client.send(message("bad", text.getKey()) + "\n");
                assertThat(read(client).path("type").asText()).endsWith(text.getValue());
            }
            ByteArrayOutputStream broken = new ByteArrayOutputStream();
            broken.writeBytes(brokenMessage());
            broken.write('\n');
            client.send(broken.toByteArray());
            assertThat(read(client).path("type").asText()).endsWith("invalid-utf8");
            client.send(message("last", "still here") + "\n");
            assertAnalyzed(read(client), "last");
        }
    }

    private static void assertAnalyzed(JsonNode answer, String externalId) {
        assertThat(answer.path("externalId").asText()).as(answer.toString()).isEqualTo(externalId);
        for (String head : HEADS) {
            JsonNode one = answer.path("analysis").path(head);
            assertThat(one.path("label").asText()).as(externalId + " " + head).isNotEmpty();
            assertThat(one.path("confidence").asDouble(-1)).isBetween(0.0, 1.0);
        }
        assertThat(answer.path("route").path("state").asText()).isEqualTo("queued");
    }

    private static JsonNode read(LineClient client) throws IOException {
        JsonNode answer = client.read();
        assertThat(answer).as("the connection is open").isNotNull();
        return answer;
    }

    private HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.httpPort() + "/api/v1/messages"))
                .header("Authorization", "Bearer " + server.token(Role.INTEGRATOR, "shop"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String message(String externalId, String text) {
        return "{\"channel\":\"web-chat\",\"externalId\":\"" + externalId + "\",\"text\":\"" + text + "\"}";
    }

    private static byte[] brokenMessage() {
        byte[] message = utf8(message("broken", "xx"));
        int at = message.length - 4;
        message[at] = (byte) 0xED;
        message[at + 1] = (byte) 0xA0;
        return message;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
