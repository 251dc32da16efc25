package io.strowger.verticles.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.strowger.models.linear.ModelDirectory;
import io.strowger.models.registry.ModelStore;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.models.FixedModels;
import io.strowger.verticles.session.EdgeServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRoutesIT {
    private static final String MODELS = "/api/v1/models";
    private static final String MESSAGE = "{\"channel\":\"web-chat\",\"text\":\"hello\"}";

    @TempDir
    private Path directory;

    private EdgeServer server;
    private HttpCalls admin;
    private String version;

    @BeforeEach
    void start() throws Exception {
        FixedModels.write(directory.resolve("made"), "apples", "pears");
        version = new ModelStore(directory.resolve("models"))
                .add(directory.resolve("made"), null, null, "", Instant.EPOCH)
                .version();
        server = EdgeServer.start(directory);
        admin = new HttpCalls(server, server.token(Role.ADMIN, "root"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldShowActivateAndRollBack() throws Exception {
        assertThat(HttpCalls.json(admin.get(MODELS)).path("models")).hasSize(2);
        JsonNode shown = HttpCalls.json(admin.get(MODELS + "/" + version.substring(0, 5)));
        assertThat(shown.path("labels").path("intent").path(1).asText()).isEqualTo("pears");

        JsonNode change = HttpCalls.json(admin.post(MODELS + "/" + version + "/activate", ""));
        assertThat(change.path("inForce").asText()).isEqualTo(version);
        assertThat(intent()).isEqualTo("apples");
        assertThat(HttpCalls.json(admin.post(MODELS + "/rollback", ""))
                        .path("before")
                        .asText())
                .isEqualTo(version);
        assertProblem(admin.post(MODELS + "/rollback", ""), 409, "conflict");
    }

    @Test
    void shouldSplitAndCompare() throws Exception {
        assertThat(put("/split", "{\"version\":\"" + version + "\",\"share\":1}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(intent()).isEqualTo("apples");
        assertThat(admin.send(admin.request(MODELS + "/split").DELETE()).statusCode())
                .isEqualTo(200);
        assertProblem(admin.get(MODELS + "/shadow"), 409, "conflict");
        assertThat(put("/shadow", "{\"version\":\"" + version + "\"}").statusCode())
                .isEqualTo(200);
        assertThat(HttpCalls.json(admin.get(MODELS + "/shadow")).path("shadow").asText())
                .isEqualTo(version);
    }

    @Test
    void shouldReadModelsOnAThreadOfItsOwn() throws Exception {
        assertThat(admin.get(MODELS).statusCode()).isEqualTo(200);
        assertThat(admin.get(MODELS).statusCode()).isEqualTo(200);

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .filteredOn(name -> name.startsWith("strowger-models"))
                .hasSize(1);
    }

    @Test
    void shouldRefuseWhatIsWrong() throws Exception {
        assertProblem(admin.post(MODELS + "/ffff/activate", ""), 404, "not-found");
        assertProblem(put("/split", "{\"version\":\"" + version + "\"}"), 400, "missing-field");
        assertProblem(put("/split", "{\"version\":\"" + version + "\",\"share\":1.5}"), 400, "invalid-field");
        assertProblem(put("/shadow", "[]"), 400, "malformed-json");
        assertProblem(put("/shadow", "{}"), 400, "missing-field");
        HttpCalls integrator = new HttpCalls(server, server.token(Role.INTEGRATOR, "shop"));
        assertThat(integrator.get(MODELS).statusCode()).isEqualTo(200);
        assertProblem(integrator.post(MODELS + "/" + version + "/activate", ""), 403, "forbidden");
        Path weights = ModelDirectory.files(directory.resolve("models").resolve(version))
                .get(1);
        Files.delete(weights);
        JsonNode problem = assertProblem(admin.post(MODELS + "/" + version + "/activate", ""), 422, "invalid-model");
        assertThat(problem.path("detail").asText())
                .contains(weights.getFileName().toString(), "is missing");
    }

    private String intent() throws Exception {
        return HttpCalls.json(admin.post("/api/v1/messages", MESSAGE))
                .path("analysis")
                .path("intent")
                .path("label")
                .asText();
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return admin.send(admin.request(MODELS + path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private static JsonNode assertProblem(HttpResponse<String> response, int status, String slug) throws Exception {
        JsonNode problem = HttpCalls.json(response);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(problem.path("type").asText()).isEqualTo("urn:strowger:problem:" + slug);
        return problem;
    }
}
