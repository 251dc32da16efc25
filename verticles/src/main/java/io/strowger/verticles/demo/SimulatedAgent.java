package io.strowger.verticles.demo;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One person at work over a WebSocket: answers offers after a moment, mostly with yes, sometimes not at all; handles
 * conversations for a while; takes a break now and then and comes back. Belongs to the simulation's event loop.
 */
final class SimulatedAgent {
    private static final double ACCEPTS = 0.85;
    private static final double DECLINES = 0.08;
    private static final int LEAST_THINKING_MILLIS = 150;
    private static final int MOST_THINKING_MILLIS = 1_200;
    private static final int LEAST_HANDLING_MILLIS = 1_500;
    private static final int MOST_HANDLING_MILLIS = 5_500;
    private static final int LEAST_SHIFT_MILLIS = 9_000;
    private static final int MOST_SHIFT_MILLIS = 25_000;
    private static final int LEAST_BREAK_MILLIS = 2_000;
    private static final int MOST_BREAK_MILLIS = 5_000;
    private static final int RECONNECT_MILLIS = 2_500;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final int port;
    private final String name;
    private final String token;
    private final Tally tally;
    private final SplittableRandom random;
    private final Map<String, String> handled = new LinkedHashMap<>();
    private @Nullable WebSocket socket;
    private boolean isAway = true;
    private boolean isDone;
    private int frames;

    SimulatedAgent(
            Vertx vertx,
            WebSocketClient client,
            int port,
            String name,
            String token,
            Tally tally,
            SplittableRandom random) {
        this.vertx = vertx;
        this.client = client;
        this.port = port;
        this.name = name;
        this.token = token;
        this.tally = tally;
        this.random = random;
    }

    /** Comes to work. */
    void start() {
        connect();
        vertx.setTimer(between(LEAST_SHIFT_MILLIS / 3, MOST_SHIFT_MILLIS), ignored -> takeBreak());
    }

    /** Goes home: nothing is counted or answered any more. */
    void stop() {
        isDone = true;
        WebSocket open = socket;
        if (open != null) {
            open.close();
        }
    }

    /** Loses the connection without a word, and has it back a little later. */
    void loseConnection() {
        WebSocket open = socket;
        if (open != null) {
            tally.connectionLost();
            open.shutdown(0, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
    }

    /** Whether the agent is there and takes offers. */
    boolean isFree() {
        return socket != null && !isAway;
    }

    AgentPicture picture() {
        AgentPicture.Mood mood = AgentPicture.Mood.FREE;
        String detail = "";
        if (socket == null) {
            mood = AgentPicture.Mood.DISCONNECTED;
            detail = "connection lost";
        } else if (!handled.isEmpty()) {
            mood = AgentPicture.Mood.WORKING;
            detail = handled.values().stream().reduce((first, last) -> last).orElse("");
        } else if (isAway) {
            mood = AgentPicture.Mood.AWAY;
            detail = "away";
        }
        return new AgentPicture(name, mood, handled.size(), detail);
    }

    private void connect() {
        if (isDone) {
            return;
        }
        client.connect(new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setURI("/api/v1/agent"))
                .onSuccess(this::connected)
                .onFailure(cause -> {
                    tally.problem(name + " could not connect: " + cause.getMessage());
                    vertx.setTimer(RECONNECT_MILLIS, ignored -> connect());
                });
    }

    private void connected(WebSocket opened) {
        socket = opened;
        handled.clear();
        opened.textMessageHandler(text -> received(new JsonObject(text)));
        opened.closeHandler(ignored -> {
            socket = null;
            if (!isDone) {
                vertx.setTimer(RECONNECT_MILLIS, again -> connect());
            }
        });
        opened.writeTextMessage(new JsonObject().put("token", token).encode());
        status("available");
    }

    private void received(JsonObject frame) {
        if (isDone) {
            return;
        }
        switch (frame.getString("type", "")) {
            case "offer" -> offered(frame.getString("offer"));
            case "assigned" -> assigned(frame.getString("conversation"), frame);
            case "rescinded" -> tally.offerEnded(frame.getString("offer"), frame.getString("reason"));
            case "ended" -> ended(frame.getString("conversation"), frame.getString("reason"));
            case "wrap_up" -> handled.replace(frame.getString("conversation"), "writing it up");
            case "status" -> statusChanged(frame.getString("status", ""));
            default -> {
                // The rest is for people: messages to read, offers that are gone, answers to our own frames.
            }
        }
    }

    private void offered(String offer) {
        double mood = random.nextDouble();
        if (mood < ACCEPTS + DECLINES) {
            String answer = mood < ACCEPTS ? "accept" : "decline";
            vertx.setTimer(
                    between(LEAST_THINKING_MILLIS, MOST_THINKING_MILLIS),
                    ignored -> send(new JsonObject().put("type", answer).put("offer", offer)));
        }
    }

    private void assigned(String conversation, JsonObject frame) {
        tally.offerEnded(frame.getString("offer"), "accepted");
        JsonObject last = frame.getJsonObject("details", new JsonObject()).getJsonObject("lastMessage");
        handled.put(conversation, last == null ? "" : last.getString("text", ""));
        vertx.setTimer(
                between(LEAST_HANDLING_MILLIS, MOST_HANDLING_MILLIS),
                ignored -> send(new JsonObject().put("type", "complete").put("conversation", conversation)));
    }

    private void ended(String conversation, String reason) {
        handled.remove(conversation);
        if ("completed".equals(reason)) {
            tally.conversationCompleted();
        }
    }

    /** The engine may have set an agent away who let offers expire; the person is there and says so. */
    private void statusChanged(String status) {
        boolean isPaused = !status.equals("available");
        if (isPaused && !isAway) {
            vertx.setTimer(between(LEAST_BREAK_MILLIS, MOST_BREAK_MILLIS), ignored -> status("available"));
        }
        isAway = isPaused;
    }

    private void takeBreak() {
        isAway = true;
        status("away");
        vertx.setTimer(between(LEAST_BREAK_MILLIS, MOST_BREAK_MILLIS), ignored -> {
            status("available");
            vertx.setTimer(between(LEAST_SHIFT_MILLIS, MOST_SHIFT_MILLIS), again -> takeBreak());
        });
    }

    private void status(String status) {
        send(new JsonObject().put("type", "status").put("status", status));
    }

    private void send(JsonObject frame) {
        WebSocket open = socket;
        if (open != null && !isDone) {
            open.writeTextMessage(frame.put("id", Integer.toString(++frames)).encode());
        }
    }

    private int between(int least, int most) {
        return random.nextInt(least, most);
    }
}
