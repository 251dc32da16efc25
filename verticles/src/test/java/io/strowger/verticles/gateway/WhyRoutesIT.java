package io.strowger.verticles.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.session.EdgeServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhyRoutesIT {
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
    void shouldTellWhyAConversationIsInItsQueue() throws Exception {
        JsonNode answer = HttpCalls.json(admin.get(message() + "/why"));

        JsonNode step = answer.path("steps").path(0);
        assertThat(answer.path("steps")).hasSize(1);
        assertThat(step.path("type").asText()).isEqualTo("queued");
        assertThat(step.path("reason").asText()).isEqualTo("arrived");
        assertThat(step.path("sentence").asText()).startsWith("Queued in ").endsWith(".");
        assertThat(answer.path("sequence").asLong())
                .isGreaterThanOrEqualTo(step.path("sequence").asLong());
    }

    @Test
    void shouldTellWhyItWaitsAndWhatKeepsAnAgentFromIt() throws Exception {
        String conversation = message();

        JsonNode waiting = HttpCalls.json(admin.get(conversation + "/why-waiting"));

        assertThat(waiting.path("waiting").asBoolean()).isTrue();
        assertThat(waiting.path("position").asInt()).isEqualTo(1);
        assertThat(waiting.path("agents")).isNotEmpty();
        assertThat(waiting.path("counts").path("offline").asInt())
                .isEqualTo(waiting.path("agents").size());
        assertThat(waiting.path("nextChangeAt").isNull()).isTrue();
        assertThat(waiting.path("sentence").asText()).startsWith("Waits in ");
        String agent = waiting.path("agents").path(0).path("agent").asText();
        JsonNode verdict = HttpCalls.json(admin.get(conversation + "/why-not?agent=" + agent));
        assertThat(verdict.path("hindrance").asText()).isEqualTo("offline");
        assertThat(verdict.path("sentence").asText()).isEqualTo(agent + " is offline.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/conversations/c-zzz/why",
                "/api/v1/conversations/c-zzz/why-waiting",
                "/api/v1/conversations/c-zzz/why-not?agent=anna",
                "/api/v1/conversations/42/why",
            })
    void shouldSayThatThereIsNoSuchConversation(String path) throws Exception {
        HttpResponse<String> response = admin.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("conversationId");
    }

    @Test
    void shouldSayWhatIsMissingWhenTheAgentIs() throws Exception {
        String conversation = message();

        assertThat(admin.get(conversation + "/why-not").statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = admin.get(conversation + "/why-not?agent=nobody");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("nobody");
    }

    @Test
    void shouldNotTellAnAgent() throws Exception {
        HttpCalls agent = new HttpCalls(server, server.token(Role.AGENT, "anna"));

        assertThat(agent.get(message() + "/why").statusCode()).isEqualTo(403);
    }

    private String message() throws Exception {
        JsonNode answer = HttpCalls.json(
                admin.post("/api/v1/messages", "{\"channel\":\"web-chat\",\"text\":\"Where is my parcel?\"}"));
        return "/api/v1/conversations/" + answer.path("conversationId").asText();
    }
}
