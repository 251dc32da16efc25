package io.strowger.bench.net;

import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.identity.Role;
import io.strowger.verticles.identity.TokenException;
import io.strowger.verticles.identity.Tokens;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * All agents of a server's organization at work over WebSockets: each accepts what is offered and completes it two seconds
 * later. They live on an event loop of their own.
 */
final class WorkingAgents implements AutoCloseable {
    private static final long HANDLING_MILLIS = 2_000;
    private static final long PATIENCE_SECONDS = 20;
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final WebSocketClient client = vertx.createWebSocketClient();
    private final AtomicLong completed = new AtomicLong();
    private volatile boolean closing;
    private volatile @Nullable String trouble;

    private WorkingAgents() {}

    /** Has them come to work; returns when all are connected. */
    static WorkingAgents start(ServerProcess server, ServerReader reader) throws IOException, InterruptedException {
        Tokens tokens = Tokens.open(server.dataDirectory(), InstantSource.system(), CLOCK_SKEW);
        String organization = organization(tokens, server.adminToken());
        List<String> ids = reader.agents();
        WorkingAgents agents = new WorkingAgents();
        try {
            agents.await(Future.all(ids.stream()
                    .map(id -> agents.connect(
                            id, server.httpPort(), tokens.issue(organization, id, Set.of(Role.AGENT), null)))
                    .toList()));
            return agents;
        } catch (RuntimeException | InterruptedException e) {
            agents.close();
            throw e;
        }
    }

    private static String organization(Tokens tokens, String adminToken) {
        try {
            return tokens.verify(adminToken).organization();
        } catch (TokenException e) {
            throw CommandFailure.failed("the server's token is not valid: " + e.getMessage(), e);
        }
    }

    /** Conversations that they have completed. */
    long completed() {
        return completed.get();
    }

    /**
     * Makes sure that all of them were at work all the time.
     *
     * @throws CommandFailure with what went wrong
     */
    void check() {
        String what = trouble;
        if (what != null) {
            throw CommandFailure.failed("the agents could not go on, so nothing is reported: " + what);
        }
    }

    private Future<WebSocket> connect(String id, int port, String token) {
        WebSocketConnectOptions options =
                new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI("/api/v1/agent");
        return client.connect(options).onSuccess(socket -> {
            socket.textMessageHandler(text -> received(socket, new JsonObject(text)));
            socket.closeHandler(ended -> {
                if (!closing) {
                    trouble = "the connection of " + id + " ended with " + socket.closeStatusCode() + " "
                            + socket.closeReason();
                }
            });
            socket.writeTextMessage(new JsonObject().put("token", token).encode());
            send(socket, new JsonObject().put("type", "status").put("status", "available"));
        });
    }

    private void received(WebSocket socket, JsonObject frame) {
        switch (frame.getString("type", "")) {
            case "offer" -> send(socket, new JsonObject().put("type", "accept").put("offer", frame.getString("offer")));
            case "assigned" ->
                vertx.setTimer(
                        HANDLING_MILLIS,
                        ignored -> send(
                                socket,
                                new JsonObject()
                                        .put("type", "complete")
                                        .put("conversation", frame.getString("conversation"))));
            case "ended" -> {
                if ("completed".equals(frame.getString("reason"))) {
                    completed.incrementAndGet();
                }
            }
            default -> {
                // Messages to read, and answers to what was sent: offers may be gone before they are accepted.
            }
        }
    }

    private void send(WebSocket socket, JsonObject frame) {
        if (!closing) {
            socket.writeTextMessage(frame.put("id", "bench").encode());
        }
    }

    private <T> T await(Future<T> future) throws InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw CommandFailure.failed("the agents cannot come to work: " + e, e);
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            await(vertx.close());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
