package io.strowger.verticles.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.engine.configuration.OrganizationConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Brings a checked organization into a running server: reads which version is in force, and replaces exactly that one, so
 * that nobody's change in between is lost. Blocking; for the command line.
 */
public final class OrganizationUpload {
    private static final String PATH = "/api/v1/configuration";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI server;
    private final Secret token;

    /**
     * @param server the server's address, for example {@code http://127.0.0.1:8080}
     * @param token the bearer token of somebody who may change the configuration
     */
    public OrganizationUpload(URI server, Secret token) {
        this.server = server;
        this.token = token;
    }

    /**
     * Replaces the configuration in force.
     *
     * @return the entity tag of the new one; empty when the server gave none
     * @throws ConfigException when the server refuses it or can't be reached; says why
     */
    public String apply(OrganizationConfiguration configuration) {
        HttpResponse<String> current = send(request().GET().build());
        if (current.statusCode() != OK && current.statusCode() != NOT_FOUND) {
            throw refused("the configuration in force can't be read", current);
        }
        HttpRequest.Builder put = request()
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(OrganizationWriter.json(configuration)));
        current.headers().firstValue("ETag").ifPresent(tag -> put.header("If-Match", tag));
        HttpResponse<String> answer = send(put.build());
        if (answer.statusCode() == PRECONDITION_FAILED) {
            throw refused("somebody else changed the configuration just now; look at it and try again", answer);
        }
        if (answer.statusCode() != OK && answer.statusCode() != NO_CONTENT) {
            throw refused("the server refuses the configuration", answer);
        }
        return answer.headers().firstValue("ETag").orElse("");
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(server.resolve(PATH))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token.reveal())
                .header("Accept", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw problem("the server can't be reached; is it running, and is this its address?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw problem("the call was interrupted; whether the configuration was replaced is not known");
        }
    }

    private ConfigException refused(String what, HttpResponse<String> answer) {
        String detail = detail(answer.body());
        return problem(what + " (status " + answer.statusCode() + (detail.isEmpty() ? ")" : "): " + detail));
    }

    /** The detail of a problem document, or nothing when the body is something else. */
    private static String detail(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("detail").asText(problem.path("title").asText(""));
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private ConfigException problem(String message) {
        return new ConfigException(new ConfigProblem(server.toString(), "", message));
    }
}
