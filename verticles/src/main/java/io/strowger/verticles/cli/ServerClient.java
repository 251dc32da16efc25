package io.strowger.verticles.cli;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls a running server for a command: what it refuses becomes the command's failure, in the server's words. Blocking. */
public final class ServerClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final URI server;
    private final String token;

    /** @param token the bearer token to call with */
    public ServerClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /**
     * Sends a request and returns the answer's object.
     *
     * @param path from the root on, with its query
     * @throws CommandFailure when the server can't be reached or refuses
     */
    public JsonObject call(String method, String path, @Nullable JsonObject body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.encode()));
        HttpResponse<String> answer;
        try {
            answer = HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .build()
                    .send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw CommandFailure.failed(
                    server + " can't be reached; is the server running, and is this its address?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("the call was interrupted; whether it took effect is not known", e);
        }
        if (answer.statusCode() != OK) {
            throw CommandFailure.failed(detail(answer));
        }
        return new JsonObject(answer.body());
    }

    private String detail(HttpResponse<String> answer) {
        try {
            JsonObject problem = new JsonObject(answer.body());
            return problem.getString("detail", problem.getString("title", server + " answered " + answer.statusCode()));
        } catch (DecodeException | ClassCastException e) {
            return server + " answered with the status " + answer.statusCode();
        }
    }
}
