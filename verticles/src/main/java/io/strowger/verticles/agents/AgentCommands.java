package io.strowger.verticles.agents;

import io.strowger.channels.JsonWriter;
import io.strowger.channels.Problem;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.ingress.MessageIngress;
import io.strowger.verticles.session.AnswerLoop;
import io.strowger.verticles.session.Asker;
import io.strowger.verticles.session.PendingAnswer;
import io.strowger.verticles.session.Problems;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent's socket asks for: published in the order of its frames, each answered with a frame that names it. While the
 * ring is full the socket is not read. Belongs to the socket's event loop.
 */
final class AgentCommands {
    private final AgentSession session;
    private final AgentSessions sessions;
    private final AnswerLoop loop;
    private final AgentKey key;
    private final String agent;
    private final ArrayDeque<Reply> unpublished = new ArrayDeque<>();
    private final Map<Long, String> accepting = new HashMap<>();

    AgentCommands(AgentSession session, AgentSessions sessions, AnswerLoop loop, AgentKey key, String agent) {
        this.session = session;
        this.sessions = sessions;
        this.loop = loop;
        this.key = key;
        this.agent = agent;
    }

    void take(byte[] text) {
        AgentFrame frame = AgentFrame.read(text, agent);
        WaitingFrame waiting = frame.waiting();
        if (waiting != null) {
            waiting.answer(session, sessions, loop, key, agent);
            return;
        }
        Problem problem = frame.problem();
        Command command = frame.command();
        if (problem != null || command == null) {
            fail(problem, frame.id());
            return;
        }
        String id = frame.id();
        if (frame.acceptedOffer() != Frame.NO_OFFER && id != null) {
            accepting.put(frame.acceptedOffer(), id);
        }
        unpublished.add(new Reply(frame, command));
        if (unpublished.size() == 1) {
            publish();
        }
    }

    /** The id of the frame that accepted the offer, null when this socket did not. Asked once. */
    @Nullable
    String whoAccepted(long offer) {
        return offer == Frame.NO_OFFER ? null : accepting.remove(offer);
    }

    private void publish() {
        while (!unpublished.isEmpty()) {
            Reply reply = unpublished.element();
            PendingAnswer answer = loop.take(reply);
            reply.answer = answer;
            long code = loop.publish(key.organization(), reply.command, answer, false);
            if (code == MessageIngress.REFUSED_FULL) {
                loop.release(answer);
                session.pause();
                loop.whenRoom(this::retry);
                return;
            }
            unpublished.remove();
            if (code < 0) {
                loop.release(answer);
                reply.answer = null;
                reply.fail(Problems.ofRefusal(code));
            }
        }
    }

    private void retry() {
        publish();
        if (unpublished.isEmpty()) {
            session.resume();
        }
    }

    private void fail(@Nullable Problem problem, @Nullable String re) {
        if (problem != null) {
            session.count(problem);
            JsonWriter json = loop.json();
            Frames.error(problem, re, json);
            session.send(json);
        }
    }

    /** A frame that waits for the engine's answer. */
    private final class Reply implements Asker {
        private final AgentFrame frame;
        private final Command command;
        private @Nullable PendingAnswer answer;

        private Reply(AgentFrame frame, Command command) {
            this.frame = frame;
            this.command = command;
        }

        @Override
        public void answered() {
            PendingAnswer ready = answer;
            if (ready == null) {
                return;
            }
            answer = null;
            Problem problem = Problems.of(ready.decision());
            if (problem != null) {
                fail(problem);
            } else if (frame.acceptedOffer() == Frame.NO_OFFER) {
                done();
            } else if (ready.decision().outcome == Outcome.UNCHANGED) {
                repeatAssigned();
            }
            loop.release(ready);
        }

        private void fail(Problem problem) {
            accepting.remove(frame.acceptedOffer());
            AgentCommands.this.fail(problem, frame.id());
        }

        private void done() {
            JsonWriter json = loop.json();
            Frames.done(frame.id(), json);
            session.send(json);
        }

        /** Accepted before: no event follows, so what it led to is shown again. */
        private void repeatAssigned() {
            accepting.remove(frame.acceptedOffer());
            JsonWriter json = loop.json();
            if (Frames.assigned(
                    sessions.live().agentWork(key.organization(), key.agent()),
                    frame.acceptedOffer(),
                    frame.id(),
                    json)) {
                session.send(json);
            } else {
                done();
            }
        }
    }
}
