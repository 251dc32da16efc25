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

class StatisticsRoutesIT {
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

    @ParameterizedTest
    @ValueSource(strings = {"", "?minutes=15", "?minutes=1440"})
    void shouldTellAllFiguresAsOfOneRecord(String query) throws Exception {
        JsonNode sent = message();

        JsonNode told = HttpCalls.json(admin.get("/api/v1/statistics" + query));

        assertThat(told.path("sequence").asLong())
                .isGreaterThanOrEqualTo(sent.path("sequence").asLong());
        assertThat(told.path("minutes").isNull()).isEqualTo(query.isEmpty());
        assertThat(told.path("stays").path("begun").asLong()).isEqualTo(1);
        assertThat(told.path("stays").path("live").asLong()).isEqualTo(1);
        long waiting = 0;
        for (JsonNode queue : told.path("queues")) {
            waiting += queue.path("waiting").asLong();
            assertThat(queue.path("entered").asLong())
                    .isEqualTo(queue.path("waiting").asLong());
            assertThat(queue.path("estimates").path("methods")).hasSize(3);
        }
        assertThat(waiting).isEqualTo(1);
        assertThat(told.path("channels").path(0).path("messages").asLong()).isEqualTo(1);
        assertThat(told.path("agents")).isNotEmpty();
    }

    @Test
    void shouldTellAWaitingConversationItsPlaceAndWhatToExpect() throws Exception {
        JsonNode first = message();
        JsonNode second = message();

        JsonNode read = HttpCalls.json(admin.get(
                "/api/v1/conversations/" + second.path("conversationId").asText()));

        assertThat(first.path("route").path("queue"))
                .isEqualTo(second.path("route").path("queue"));
        assertThat(read.path("position").asInt()).isEqualTo(2);
        assertThat(read.has("expectedWait")).isTrue();
        assertThat(read.path("expectedWait").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-15", "10", "1455", "ten", "", "99999999999"})
    void shouldRefuseATimeThatItHasNoFiguresFor(String minutes) throws Exception {
        HttpResponse<String> response = admin.get("/api/v1/statistics?minutes=" + minutes);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("multiple of 15 from 15 to 1440");
    }

    @Test
    void shouldNotTellAnAgent() throws Exception {
        HttpCalls agent = new HttpCalls(server, server.token(Role.AGENT, "anna"));

        assertThat(agent.get("/api/v1/statistics").statusCode()).isEqualTo(403);
    }

    private JsonNode message() throws Exception {
        return HttpCalls.json(
                admin.post("/api/v1/messages", "{\"channel\":\"web-chat\",\"text\":\"Where is my parcel?\"}"));
    }
}
