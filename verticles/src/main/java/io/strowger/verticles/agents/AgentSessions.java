package io.strowger.verticles.agents;

import io.strowger.engine.RoutingEngine;
import io.strowger.verticles.config.AgentSettings;
import io.strowger.verticles.identity.Tokens;
import io.strowger.verticles.projection.Explanations;
import io.strowger.verticles.projection.LiveView;
import io.strowger.verticles.session.AnswerLoop;
import io.strowger.verticles.session.EdgeCounters;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All agents' sessions of the server. An agent may have several sockets: all of them see the same, and the agent counts as
 * connected until the last one is gone. Any thread.
 */
public final class AgentSessions implements AutoCloseable {
    private final RoutingEngine engine;
    private final LiveView live;
    private final Explanations explanations;
    private final Tokens tokens;
    private final AgentSettings settings;
    private final EdgeCounters counters;
    private final ConcurrentHashMap<AgentKey, Presence> presences = new ConcurrentHashMap<>();
    private final FrameSource frames;

    public AgentSessions(
            RoutingEngine engine,
            LiveView live,
            Explanations explanations,
            Tokens tokens,
            AgentSettings settings,
            EdgeCounters counters) {
        this.engine = engine;
        this.live = live;
        this.explanations = explanations;
        this.tokens = tokens;
        this.settings = settings;
        this.counters = counters;
        this.frames = new FrameSource(engine, live, this);
    }

    /** From now on, sessions hear of committed records. */
    public void start() {
        live.addListener(frames);
    }

    /** Sessions hear nothing more; their sockets are the server's to close. */
    @Override
    public void close() {
        live.removeListener(frames);
    }

    /** Takes over a socket that was just opened, on its event loop. */
    public void open(Vertx vertx, AnswerLoop loop, ServerWebSocket socket) {
        new AgentSession(vertx, this, loop, socket).open();
    }

    /** The agent's presence, null when the agent has no session and had none. Any thread. */
    @Nullable
    Presence presenceIfKnown(AgentKey key) {
        return presences.get(key);
    }

    Presence presence(AgentKey key, String agent) {
        return presences.computeIfAbsent(key, each -> new Presence(engine, key, agent));
    }

    boolean isEmpty() {
        return presences.isEmpty();
    }

    RoutingEngine engine() {
        return engine;
    }

    LiveView live() {
        return live;
    }

    Explanations explanations() {
        return explanations;
    }

    Tokens tokens() {
        return tokens;
    }

    AgentSettings settings() {
        return settings;
    }

    EdgeCounters counters() {
        return counters;
    }
}
