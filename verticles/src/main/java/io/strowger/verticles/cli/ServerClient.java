package io.strowger.verticles.cli;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Calls a running server for a command: what it refuses becomes the command's failure, in the server's words. Blocking. */
public final class ServerClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final URI server;
    private final String base;
    private final String token;

    /** @param token the bearer token to call with */
    public ServerClient(URI server, String token) {
        this.server = server;
        String address = server.toString();
        base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        this.token = token;
    }

    /**
     * Sends a request and returns the answer's object.
     *
     * @param path behind the server's address, with its query; begins with a slash
     * @throws CommandFailure when the server can't be reached or refuses
     */
    public JsonObject call(String method, String path, @Nullable JsonObject body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
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
            throw CommandFailure.failed(server + " can't be reached (" + reason(e) + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("the call was interrupted; whether it took effect is not known", e);
        }
        if (answer.statusCode() != OK) {
            throw CommandFailure.failed(detail(answer));
        }
        try {
            return new JsonObject(answer.body());
        } catch (DecodeException | ClassCastException e) {
            throw CommandFailure.failed(
                    server + " answers, but not as a Strowger server does; is this its address?", e);
        }
    }

    /** What is behind a failed connection, and what to do about it. */
    private static String reason(IOException failure) {
        if (has(failure, UnresolvedAddressException.class) || has(failure, UnknownHostException.class)) {
            return "nobody knows this host; is the name right?";
        }
        if (has(failure, HttpTimeoutException.class)) {
            return "no answer within " + TIMEOUT.toSeconds()
                    + " s; is it its HTTP port, http or https, and is it overloaded?";
        }
        if (has(failure, SSLException.class)) {
            return "it does not speak TLS, or its certificate is not trusted; is it http:// instead of https://?";
        }
        if (has(failure, ConnectException.class)) {
            return "nobody listens there; is the server running, and is this its address?";
        }
        return "it does not speak HTTP; is this the server's HTTP port?";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private String detail(HttpResponse<String> answer) {
        try {
            JsonObject problem = new JsonObject(answer.body());
            String detail = problem.getString(
                    "detail", problem.getString("title", server + " answered " + answer.statusCode()));
            return detail + hint(answer.statusCode());
        } catch (DecodeException | ClassCastException e) {
            return server + " answered with the status " + answer.statusCode() + hint(answer.statusCode());
        }
    }

    private static String hint(int status) {
        return switch (status) {
            case UNAUTHORIZED ->
                ". The server does not take this token: give one of its own with --token-file or --data-dir";
            case FORBIDDEN ->
                ". Give an admin's token with --token-file; the server's is admin.token in its data directory";
            default -> "";
        };
    }
}
