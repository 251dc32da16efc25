package io.strowger.verticles.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strowger.verticles.agents.AgentSocket;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.session.EdgeServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PickRoutesIT {
    @TempDir
    Path directory;

    private EdgeServer server;
    private HttpCalls admin;

    @BeforeEach
    void start() throws Exception {
        server = EdgeServer.start(directory);
        admin = new HttpCalls(server, server.token(Role.ADMIN, "admin"));
        HttpResponse<String> response = admin.get("/api/v1/configuration");
        ObjectNode document = (ObjectNode) new ObjectMapper().readTree(response.body());
        ((ObjectNode) document.path("queues").path(0)).put("pull", true);
        HttpResponse<String> changed = admin.send(admin.request("/api/v1/configuration")
                .header("Content-Type", "application/json")
                .header("If-Match", response.headers().firstValue("ETag").orElseThrow())
                .PUT(BodyPublishers.ofString(document.toString())));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldShowWhatWaitsAndGiveItToTheFirstWhoPicksIt() throws Exception {
        try (AgentSocket ada = available("ada");
                AgentSocket bob = available("bob")) {
            List<String> waiting = List.of(message("one"), message("two"));

            JsonNode list = HttpCalls.json(admin.get("/api/v1/agents/ada/waiting"));
            List<String> shown = new ArrayList<>();
            list.path("waiting")
                    .forEach(each -> shown.add(each.path("conversation").asText()));
            assertThat(shown).isEqualTo(waiting);
            assertThat(list.path("waiting").path(0).path("canPick").asBoolean()).isTrue();

            ada.send("{\"type\":\"pick\",\"id\":\"1\",\"conversation\":\"" + waiting.get(0) + "\"}");
            bob.send("{\"type\":\"waiting\",\"id\":\"2\",\"limit\":1}");
            expectAssigned(ada, waiting.get(0));
            JsonNode frame = bob.expect("waiting");
            assertThat(frame.path("re").asText()).isEqualTo("2");
            assertThat(frame.path("waiting")).hasSize(1);

            HttpResponse<String> late =
                    admin.post("/api/v1/conversations/" + waiting.get(0) + "/pick", "{\"agent\":\"bob\"}");
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("assigned");
            bob.send("{\"type\":\"pick\",\"id\":\"3\"}");
            expectAssigned(bob, waiting.get(1));
            HttpResponse<String> nothing = admin.post("/api/v1/agents/bob/pick", "");
            assertThat(nothing.statusCode()).isEqualTo(409);
            assertThat(nothing.body()).contains("nothing waits");
        }
    }

    @Test
    void shouldRefuseWhatIsWrongAndForceForASupervisor() throws Exception {
        String conversation = message("one");
        String path = "/api/v1/conversations/" + conversation + "/pick";

        assertThat(admin.post(path, "{\"agent\":\"ada\"}").body()).contains("the agent is offline");
        assertThat(admin.post(path, "{}").statusCode()).isEqualTo(400);
        assertThat(admin.post(path, "{\"agent\":\"nobody\"}").statusCode()).isEqualTo(404);
        assertThat(admin.get("/api/v1/agents/nobody/waiting").statusCode()).isEqualTo(404);
        assertThat(admin.get("/api/v1/agents/ada/waiting?limit=x").statusCode()).isEqualTo(400);
        try (AgentSocket ada = available("ada")) {
            ada.send("{\"type\":\"status\",\"id\":\"s\",\"status\":\"away\"}");
            ada.next();
            ada.next();
            HttpResponse<String> away = admin.post(path, "{\"agent\":\"ada\"}");
            assertThat(away.statusCode()).isEqualTo(409);
            assertThat(away.body()).contains("the agent is away");
            assertThat(admin.post(path, "{\"agent\":\"ada\",\"force\":true}").statusCode())
                    .isEqualTo(200);
            assertThat(HttpCalls.json(admin.get("/api/v1/conversations/" + conversation + "/why"))
                            .toString())
                    .contains("Given to ada");
        }
    }

    private void expectAssigned(AgentSocket agent, String conversation) throws Exception {
        JsonNode one = agent.next();
        JsonNode other = agent.next();
        JsonNode assigned = one.path("type").asText().equals("assigned") ? one : other;
        assertThat(assigned.path("conversation").asText()).isEqualTo(conversation);
        assertThat(List.of(one.path("type").asText(), other.path("type").asText()))
                .containsExactlyInAnyOrder("assigned", "done");
    }

    private AgentSocket available(String agent) throws Exception {
        AgentSocket socket = new AgentSocket(server).send("{\"token\":\"" + server.token(Role.AGENT, agent) + "\"}");
        socket.expect("connected");
        socket.send("{\"type\":\"status\",\"id\":\"a\",\"status\":\"available\"}");
        socket.next();
        socket.next();
        return socket;
    }

    private String message(String text) throws Exception {
        HttpResponse<String> response =
                admin.post("/api/v1/messages", "{\"channel\":\"web-chat\",\"text\":\"" + text + "\"}");
        return HttpCalls.json(response).path("conversationId").asText();
    }
}
