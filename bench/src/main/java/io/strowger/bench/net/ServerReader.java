package io.strowger.bench.net;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Asks a server of this machine how it is. Any thread. */
final class ServerReader {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int DONE = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int httpPort;
    private final String token;

    ServerReader(ServerProcess server) throws IOException {
        this.httpPort = server.httpPort();
        this.token = server.adminToken();
    }

    ServerMetrics metrics() throws IOException, InterruptedException {
        return ServerMetrics.parse(read("/metrics"));
    }

    /** The ids of the organization's agents. */
    List<String> agents() throws IOException, InterruptedException {
        return new JsonObject(read("/api/v1/agents"))
                .getJsonArray("agents").stream()
                        .map(agent -> ((JsonObject) agent).getString("id"))
                        .toList();
    }

    /** Conversations that wait for an agent, in all queues. */
    long waiting() throws IOException, InterruptedException {
        return new JsonObject(read("/api/v1/queues"))
                .getJsonArray("queues").stream()
                        .mapToLong(queue -> ((JsonObject) queue).getLong("waiting"))
                        .sum();
    }

    private String read(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != DONE) {
            throw new IOException("GET " + path + " was answered with status " + response.statusCode());
        }
        return response.body();
    }
}
