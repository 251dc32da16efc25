package io.strowger.verticles.agents;

import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.internal.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one agent, and what the engine has been told about them: connected from the first to the last. One command
 * is on its way at a time, so that they take effect in their order. Any thread.
 */
final class Presence {
    private static final Duration RETRY = Duration.ofMillis(20);

    private final RoutingEngine engine;
    private final AgentKey key;
    private final String agent;
    private volatile List<AgentSession> sessions = List.of();
    private CompletableFuture<Decision> connected = new CompletableFuture<>();
    private boolean told;
    private boolean telling;

    Presence(RoutingEngine engine, AgentKey key, String agent) {
        this.engine = engine;
        this.key = key;
        this.agent = agent;
    }

    /** The open sockets. Immutable. */
    List<AgentSession> sessions() {
        return sessions;
    }

    /** Adds a socket; completes, on any thread, when the engine's record that the agent is connected is durable. */
    synchronized CompletableFuture<Decision> join(AgentSession session) {
        List<AgentSession> grown = new ArrayList<>(sessions);
        grown.add(session);
        sessions = List.copyOf(grown);
        tellEngine();
        return connected;
    }

    synchronized void leave(AgentSession session) {
        List<AgentSession> rest = new ArrayList<>(sessions);
        rest.remove(session);
        sessions = List.copyOf(rest);
        tellEngine();
    }

    private synchronized void tellEngine() {
        boolean wanted = !sessions.isEmpty();
        if (telling || wanted == told) {
            return;
        }
        telling = true;
        AgentConnection command = new AgentConnection();
        command.agent.set(Bytes.of(agent));
        command.connected = wanted;
        CompletableFuture<Decision> unused = engine.submit(key.organization(), command)
                .whenComplete((decision, cause) -> {
                    if (cause == null) {
                        answered(wanted, decision);
                    } else {
                        // Full or closed: the socket stays, and the engine hears of it as soon as it listens.
                        later().execute(this::tellAgain);
                    }
                });
    }

    private void answered(boolean wanted, @Nullable Decision decision) {
        CompletableFuture<Decision> waiting;
        synchronized (this) {
            telling = false;
            told = wanted;
            waiting = connected;
            if (!wanted) {
                connected = new CompletableFuture<>();
            }
        }
        if (wanted && decision != null && decision.outcome != Outcome.NONE) {
            waiting.complete(decision);
        }
        tellEngine();
    }

    private void tellAgain() {
        synchronized (this) {
            telling = false;
        }
        tellEngine();
    }

    private static Executor later() {
        return CompletableFuture.delayedExecutor(RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }
}
