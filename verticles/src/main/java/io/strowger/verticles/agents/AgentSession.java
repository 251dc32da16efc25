package io.strowger.verticles.agents;

import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.channels.ProblemType;
import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.AgentStatus;
import io.strowger.verticles.identity.Identity;
import io.strowger.verticles.identity.Permission;
import io.strowger.verticles.identity.TokenException;
import io.strowger.verticles.projection.AgentView;
import io.strowger.verticles.projection.AgentWork;
import io.strowger.verticles.projection.AssignmentView;
import io.strowger.verticles.projection.OfferView;
import io.strowger.verticles.session.AnswerLoop;
import io.strowger.verticles.session.EdgeCounters.Protocol;
import io.strowger.verticles.session.Problems;
import io.strowger.verticles.session.TokenFrame;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One socket of an agent. First its token, then the current offers and assignments, then whatever is committed about the
 * agent, in the order of the journal. Belongs to its event loop but for {@link #deliver}.
 */
final class AgentSession {
    private static final short CLOSE_UNAUTHORIZED = 4401;
    private static final short CLOSE_TOKEN_LATE = 4408;
    private static final short CLOSE_SILENT = 4409;
    private static final short CLOSE_SLOW = 4429;
    private static final short CLOSE_NO_AGENT = 4404;
    private static final int WRITE_QUEUE_BYTES = 256 << 10;
    private static final Buffer PING = Buffer.buffer("strowger");

    private final Vertx vertx;
    private final AgentSessions sessions;
    private final AnswerLoop loop;
    private final ServerWebSocket socket;
    private final List<Frame> early = new ArrayList<>();
    private @Nullable Presence presence;
    private @Nullable AgentCommands commands;
    private long tokenTimer = -1;
    private long pingTimer = -1;
    private boolean current;
    private boolean heard;
    private boolean refused;
    private boolean closed;

    AgentSession(Vertx vertx, AgentSessions sessions, AnswerLoop loop, ServerWebSocket socket) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.loop = loop;
        this.socket = socket;
    }

    void open() {
        sessions.counters().connection(Protocol.WEBSOCKET, true);
        socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
        socket.textMessageHandler(text -> received(text.getBytes(StandardCharsets.UTF_8)));
        socket.binaryMessageHandler(bytes -> received(bytes.getBytes()));
        socket.pongHandler(ignored -> heard = true);
        socket.exceptionHandler(ignored -> {});
        socket.closeHandler(ignored -> closed());
        tokenTimer = vertx.setTimer(sessions.settings().tokenTimeout().toMillis(), ignored -> {
            refuse(
                    Problem.of(
                            ProblemType.AUTHENTICATION_TIMEOUT,
                            "the first frame, with the token, did not come within "
                                    + sessions.settings().tokenTimeout().toMillis() + " ms"),
                    CLOSE_TOKEN_LATE);
        });
        pingTimer = vertx.setPeriodic(sessions.settings().pingInterval().toMillis(), ignored -> ping());
        heard = true;
    }

    /** Hands a frame over to the session's event loop. Any thread, frames in their order. */
    void deliver(Frame frame) {
        loop.context().runOnContext(ignored -> {
            if (closed) {
                return;
            }
            if (current) {
                send(frame);
            } else {
                early.add(frame);
            }
        });
    }

    /** Sends what the writer holds. A client that does not take it is closed, for it can't be told what it has missed. */
    void send(JsonWriter json) {
        write(new String(json.array(), 0, json.length(), StandardCharsets.UTF_8));
    }

    void count(Problem problem) {
        sessions.counters().problem(Protocol.WEBSOCKET, problem.type());
    }

    private void received(byte[] frame) {
        heard = true;
        sessions.counters().message(Protocol.WEBSOCKET);
        AgentCommands opened = commands;
        if (opened != null) {
            opened.take(frame);
        } else if (presence == null && !refused) {
            authenticate(frame);
        }
    }

    private void authenticate(byte[] frame) {
        String token = TokenFrame.token(frame, 0, frame.length);
        if (token == null) {
            refuse(
                    Problem.of(
                            ProblemType.MISSING_TOKEN,
                            "the first frame must be an object with a token: {\"token\":\"...\"}"),
                    CLOSE_UNAUTHORIZED);
            return;
        }
        try {
            admit(sessions.tokens().verify(token));
        } catch (TokenException e) {
            refuse(e.problem(), CLOSE_UNAUTHORIZED);
        }
    }

    private void admit(Identity identity) {
        Names names = sessions.engine().directory().organization(identity.organization());
        int agent = names == null ? -1 : names.agents().number(identity.subject());
        if (!identity.may(Permission.AGENT_SESSION)) {
            refuse(
                    Problem.of(
                            ProblemType.FORBIDDEN, "the token does not permit to " + Permission.AGENT_SESSION.action()),
                    CLOSE_UNAUTHORIZED);
        } else if (names == null || agent < 0) {
            refuse(noAgent(identity), CLOSE_NO_AGENT);
        } else {
            vertx.cancelTimer(tokenTimer);
            // What the agent sends before it has seen the current state waits in the socket.
            socket.pause();
            AgentKey key = new AgentKey(names.organization(), agent);
            Presence joined = sessions.presence(key, identity.subject());
            presence = joined;
            Future.fromCompletionStage(joined.join(this), loop.context())
                    .onSuccess(decision -> connected(key, identity, decision));
        }
    }

    private void connected(AgentKey key, Identity identity, Decision decision) {
        Problem problem = Problems.of(decision);
        if (problem != null) {
            boolean absent = problem.type() == ProblemType.NOT_FOUND;
            refuse(absent ? noAgent(identity) : problem, CLOSE_NO_AGENT);
            return;
        }
        Future.fromCompletionStage(sessions.live().whenAt(sessions.engine().durableSequence()), loop.context())
                .onSuccess(ignored -> show(key, identity))
                .onFailure(ignored -> socket.close());
    }

    /** Shows the agent what there is now; what was committed after it follows, what is part of it is passed over. */
    private void show(AgentKey key, Identity identity) {
        if (closed) {
            return;
        }
        AgentWork work = sessions.live().agentWork(key.organization(), key.agent());
        JsonWriter json = loop.json();
        Frames.connected(identity.organization(), identity.subject(), status(key), json);
        send(json);
        for (OfferView offer : work.offers()) {
            Frames.offer(offer, json.clear());
            send(json);
        }
        for (AssignmentView assignment : work.assignments()) {
            Frames.assigned(assignment, null, json.clear());
            send(json);
        }
        commands = new AgentCommands(this, sessions, loop, key, identity.subject());
        current = true;
        for (Frame frame : early) {
            if (frame.sequence() > work.asOf()) {
                send(frame);
            }
        }
        early.clear();
        socket.resume();
    }

    private AgentStatus status(AgentKey key) {
        for (AgentView view : sessions.live().agents(key.organization())) {
            if (view.index() == key.agent()) {
                return view.status();
            }
        }
        return AgentStatus.OFFLINE;
    }

    private void send(Frame frame) {
        AgentCommands opened = commands;
        String re = opened == null ? null : opened.whoAccepted(frame.acceptedOffer());
        String members = new String(frame.members(), StandardCharsets.UTF_8);
        if (re == null) {
            write(members);
        } else {
            JsonWriter json = loop.json();
            json.beginObject().name("re").text(re);
            write(new String(json.array(), 0, json.length(), StandardCharsets.UTF_8) + "," + members.substring(1));
        }
    }

    private void write(String frame) {
        if (closed || socket.isClosed()) { // it may be closed before its handler has said so
            return;
        }
        if (socket.writeQueueFull()) {
            close(CLOSE_SLOW, "the client reads too slowly; connect again to get the current state");
        } else {
            socket.writeTextMessage(frame);
        }
    }

    private void refuse(Problem problem, short code) {
        refused = true;
        count(problem);
        JsonWriter json = loop.json();
        Frames.error(problem, null, json);
        send(json);
        close(code, problem.type().title());
    }

    private void ping() {
        if (!heard) {
            close(CLOSE_SILENT, "the client does not answer pings");
            return;
        }
        heard = false;
        socket.writePing(PING);
    }

    void pause() {
        socket.pause();
    }

    void resume() {
        if (!closed) {
            socket.resume();
        }
    }

    private void close(short code, String reason) {
        socket.close(code, reason);
    }

    private void closed() {
        if (closed) {
            return;
        }
        closed = true;
        vertx.cancelTimer(tokenTimer);
        vertx.cancelTimer(pingTimer);
        sessions.counters().connection(Protocol.WEBSOCKET, false);
        Presence joined = presence;
        if (joined != null) {
            joined.leave(this);
        }
    }

    private static Problem noAgent(Identity identity) {
        return Problem.of(
                ProblemType.FORBIDDEN,
                "the token is for " + identity.subject() + ", who is no agent of the organization");
    }
}
