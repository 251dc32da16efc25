package io.strowger.verticles.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.models.drift.DriftSettings;
import io.strowger.verticles.drift.DriftWatches;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.session.EdgeServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftIT {
    private static final int MESSAGES = DriftSettings.LEAST_MESSAGES;

    @TempDir
    Path directory;

    @Test
    void shouldShowInMetricsAndHealthThatOtherMessagesCome() throws Exception {
        DriftWatches drift = new DriftWatches(new DriftSettings(0.2, MESSAGES, Duration.ofHours(1)), System::nanoTime);
        try (EdgeServer server = EdgeServer.withModels(directory, drift)) {
            HttpCalls admin = new HttpCalls(server, server.token(Role.ADMIN, "admin"));
            assertThat(language(admin).path("state").asText()).isEqualTo("waiting");
            assertThat(language(admin).path("labels").isNull()).isTrue();
            for (int i = 0; i < MESSAGES; i++) {
                admin.post(
                        "/api/v1/messages?ack=decided",
                        "{\"channel\":\"web-chat\",\"conversation\":\"c\",\"text\":\"荷物はまだ届いていません\"}");
            }
            drift.look();

            JsonNode language = language(admin);
            assertThat(language.path("state").asText()).isEqualTo("drifted");
            assertThat(language.path("drifted").path(0).asText()).isEqualTo("labels");
            assertThat(language.path("messages").asInt()).isEqualTo(MESSAGES);
            assertThat(language.path("labels").asDouble()).isGreaterThan(1);
            String metrics = admin.get("/metrics").body();
            assertThat(metrics)
                    .containsPattern("model_drifted\\{head=\"language\",model=\"[0-9a-f]{16}\",of=\"labels\"\\} 1\\.0")
                    .containsPattern("model_answers_total\\{head=\"language\",label=\"ja\",model=\"[0-9a-f]{16}\"\\} "
                            + MESSAGES + "\\.0")
                    .containsPattern(
                            "model_drift_index\\{head=\"intent\",model=\"[0-9a-f]{16}\",of=\"confidence\"\\} \\d")
                    .contains("model_drift_threshold 0.2", "model_out_of_scope_share{head=\"urgency\"");
        }
    }

    private static JsonNode language(HttpCalls admin) throws Exception {
        JsonNode heads = HttpCalls.json(admin.get("/health/detailed"))
                .path("models")
                .path(0)
                .path("drift");
        assertThat(heads).hasSize(5);
        assertThat(heads.path(0).path("head").asText()).isEqualTo("language");
        return heads.path(0);
    }
}
