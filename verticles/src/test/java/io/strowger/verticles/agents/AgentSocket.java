package io.strowger.verticles.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strowger.verticles.session.EdgeServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An agent's socket, for tests. */
public final class AgentSocket implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 20;

    private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final List<JsonNode> passed = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    public AgentSocket(EdgeServer server) {
        this(server.httpPort());
    }

    /** A socket to the server with that port on the loopback. */
    public AgentSocket(int httpPort) {
        socket = CLIENT.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + httpPort + "/api/v1/agent"), this)
                .join();
    }

    public AgentSocket send(String frame) {
        socket.sendText(frame, true).join();
        return this;
    }

    /** The next frame. */
    public JsonNode next() throws InterruptedException {
        JsonNode frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(frame).as("a frame").isNotNull();
        return frame;
    }

    /** The next frame, of that type. */
    public JsonNode expect(String type) throws InterruptedException {
        JsonNode frame = next();
        assertThat(frame.path("type").asText()).as("%s", frame).isEqualTo(type);
        return frame;
    }

    /** The next frame of one of these types; those of others wait for a later call of this. */
    public JsonNode await(String... types) throws InterruptedException {
        for (JsonNode frame : passed) {
            if (List.of(types).contains(frame.path("type").asText())) {
                passed.remove(frame);
                return frame;
            }
        }
        JsonNode frame = next();
        while (!List.of(types).contains(frame.path("type").asText())) {
            passed.add(frame);
            frame = next();
        }
        return frame;
    }

    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    boolean hasFrames() {
        return !frames.isEmpty();
    }

    /** Loses the connection, without a word. */
    public void drop() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                frames.add(JSON.readTree(partial.toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        // The server may have closed first; either way it is over.
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .exceptionally(cause -> socket)
                .join();
    }
}
