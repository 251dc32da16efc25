package io.strowger.verticles.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strowger.verticles.identity.Role;
import io.strowger.verticles.session.EdgeServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateRouteIT {
    @TempDir
    Path directory;

    private EdgeServer server;
    private HttpCalls admin;
    private String path;

    @BeforeEach
    void start() throws Exception {
        server = EdgeServer.start(directory);
        admin = new HttpCalls(server, server.token(Role.ADMIN, "admin"));
        HttpResponse<String> sent = admin.post("/api/v1/messages", "{\"channel\":\"web-chat\",\"text\":\"hello\"}");
        path = "/api/v1/conversations/"
                + HttpCalls.json(sent).path("conversationId").asText();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldTakeAttributesAndAPriorityForTheVersionThatWasRead() throws Exception {
        String tag = admin.get(path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> changed = patch("{\"attributes\":{\"order\":4711},\"priority\":900}", tag);

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(HttpCalls.json(changed).path("route").path("priority").asInt())
                .isEqualTo(900);
        assertThat(patch("{\"priority\":1}", tag).statusCode()).isEqualTo(412);
        assertThat(HttpCalls.json(patch("{\"attributes\":{\"order\":4711},\"priority\":900}", null))
                        .path("changed")
                        .asBoolean())
                .isFalse();
        assertThat(HttpCalls.json(patch("{}", "*"))
                        .path("route")
                        .path("priority")
                        .asInt())
                .as("what was said before is taken back")
                .isEqualTo(50);
        admin.post(path + "/cancel", "");
        assertThat(patch("{\"priority\":1}", null).statusCode()).isEqualTo(409);
    }

    @Test
    void shouldTakeOneChangeAfterTheOtherThoughAttributesChangeNoPlace() throws Exception {
        String first = admin.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(patch("{\"attributes\":{\"order\":1}}", first).statusCode()).isEqualTo(200);

        String second = await().until(
                        () -> admin.get(path).headers().firstValue("ETag").orElseThrow(), tag -> !tag.equals(first));

        assertThat(patch("{\"attributes\":{\"order\":2}}", second).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"priority\":1001}",
                "{\"priority\":\"high\"}",
                "{\"priorty\":1}",
                "{\"attributes\":[]}",
                "{\"attributes\":{\"order\":{\"id\":1}}}",
                "{\"attributes\":{\"order\":\"\\u0000\"}}",
                "nonsense",
            })
    void shouldRefuseWhatIsWrong(String body) throws Exception {
        HttpResponse<String> response = patch(body, null);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    }

    @Test
    void shouldSayThatThereIsNoSuchConversation() throws Exception {
        path = "/api/v1/conversations/c-zzz";

        assertThat(patch("{\"priority\":1}", null).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> patch(String body, String tag) throws Exception {
        var request = admin.request(path).header("Content-Type", "application/json");
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return admin.send(request.method("PATCH", BodyPublishers.ofString(body)));
    }
}
