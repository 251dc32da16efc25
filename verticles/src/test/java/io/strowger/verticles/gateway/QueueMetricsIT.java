package io.strowger.verticles.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.session.EdgeServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueMetricsIT {
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
    void shouldShowWhatWaitsAndWhatBecameOfIt() throws Exception {
        String queue = message();
        message();

        String tags = "{organization=\"" + organization() + "\",queue=\"" + queue + "\"";
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(metrics())
                        .contains("queue_waiting" + tags + "} 2.0")
                        .contains("queue_entered_total" + tags + "} 2.0")
                        .contains("queue_assigned_total" + tags + "} 0.0")
                        .contains("queue_abandoned_total" + tags + "} 0.0")
                        .contains("queue_oldest_wait_seconds" + tags)
                        .contains("queue_offers_ended_total{organization=\"" + organization()
                                + "\",outcome=\"declined\",queue=\"" + queue + "\"} 0.0")
                        .contains("queues_not_shown 0.0"));
        assertThat(metrics())
                .as("nobody is there")
                .contains("queue_expected_wait_seconds{organization=\"" + organization() + "\",percent=\"90\",queue=\""
                        + queue + "\"} NaN");
    }

    @Test
    void shouldShowEachConfiguredQueue() throws Exception {
        JsonNode queues = HttpCalls.json(admin.get("/api/v1/queues")).path("queues");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(metrics()
                                .lines()
                                .filter(line -> line.startsWith("queue_waiting{"))
                                .count())
                        .isEqualTo(queues.size()));
    }

    private String organization() {
        return Objects.requireNonNull(server.engine().directory().organization(0))
                .configuration()
                .id();
    }

    private String metrics() throws Exception {
        return admin.get("/metrics").body();
    }

    private String message() throws Exception {
        return HttpCalls.json(
                        admin.post("/api/v1/messages", "{\"channel\":\"web-chat\",\"text\":\"Where is my parcel?\"}"))
                .path("route")
                .path("queue")
                .asText();
    }
}
