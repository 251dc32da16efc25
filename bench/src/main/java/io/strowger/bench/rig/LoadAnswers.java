package io.strowger.bench.rig;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.ingress.Responder;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * Hears the answers of a run: records how long they took, keeps what is compared later, and finds out what the agents have to
 * do next. One of the engine's threads calls it; the generator reads it when everything is answered. Allocates nothing.
 */
final class LoadAnswers implements Responder {
    /** An agent completes a conversation that got so many messages after it was assigned. */
    private static final int MESSAGES_WITH_AGENT = 3;

    private static final int COMPLETE = 1;

    private final InFlight inFlight;
    private final AgentWork work;
    private final AnswerLog log;
    private final Throughput throughput;
    private final Histogram decided = Histograms.ofNanos();
    private final Histogram answered = Histograms.ofNanos();
    private final Histogram served = Histograms.ofNanos();
    private final long[] offers;
    private final byte[] messagesWithAgent;
    private final boolean[] completing;
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong agentCommands = new AtomicLong();
    private long lastSequence;
    private long conflicts;
    private long errors;
    private String firstError = "";
    private long measuredFrom = Long.MAX_VALUE;

    LoadAnswers(int contacts, InFlight inFlight, AgentWork work, AnswerLog log, Throughput throughput) {
        this.inFlight = inFlight;
        this.work = work;
        this.log = log;
        this.throughput = throughput;
        offers = new long[contacts];
        messagesWithAgent = new byte[contacts];
        completing = new boolean[contacts];
    }

    /** The token of a command that accepts an offer of a contact's conversation. */
    static long acceptToken(int contact) {
        return ~(2L * contact);
    }

    /** The token of a command that completes a contact's conversation. */
    static long completeToken(int contact) {
        return ~(2L * contact + COMPLETE);
    }

    static int contactOf(long agentToken) {
        return (int) (~agentToken >> 1);
    }

    static boolean isComplete(long agentToken) {
        return (~agentToken & COMPLETE) != 0;
    }

    /** Records from that message on. Called by the generator before it sends it. */
    void measureFrom(long token) {
        measuredFrom = token;
    }

    @Override
    public void answered(Decision decision, long decisionNanos, boolean durable, long token) {
        if (token < 0) {
            agentAnswered(decision, token);
            return;
        }
        long now = System.nanoTime();
        if (token >= measuredFrom) {
            long intended = inFlight.intendedNanos(token);
            Histograms.record(decided, decisionNanos);
            Histograms.record(answered, now - intended);
            Histograms.record(served, intended + decisionNanos - inFlight.sentNanos(token));
            throughput.count(now);
        }
        log.put(token, decision);
        check(decision, token);
        follow(decision, inFlight.contact(token));
        messages.setRelease(token + 1);
    }

    /** Every message is answered, once, in the order of sending, and has a later record than the one before. */
    private void check(Decision decision, long token) {
        if (decision.outcome != Outcome.DONE || decision.duplicate) {
            error("message " + token + " ended as " + decision.outcome + " " + decision.detail);
        } else if (token != messages.getPlain()) {
            error("message " + token + " was answered where " + messages.getPlain() + " was due");
        } else if (decision.sequence <= lastSequence) {
            error("message " + token + " has record " + decision.sequence + " after " + lastSequence);
        }
        lastSequence = decision.sequence;
    }

    private void follow(Decision decision, int contact) {
        if (decision.state == RouteState.OFFERED) {
            if (offers[contact] != decision.offer && work.add(acceptToken(contact), decision.agent, decision.offer)) {
                offers[contact] = decision.offer;
            }
            messagesWithAgent[contact] = 0;
        } else if (decision.state == RouteState.ASSIGNED) {
            if (!completing[contact]
                    && ++messagesWithAgent[contact] >= MESSAGES_WITH_AGENT
                    && work.add(completeToken(contact), decision.agent, decision.conversation)) {
                completing[contact] = true;
                messagesWithAgent[contact] = 0;
            }
        }
    }

    private void agentAnswered(Decision decision, long token) {
        if (isComplete(token)) {
            completing[contactOf(token)] = false;
        }
        if (decision.outcome == Outcome.CONFLICT && !isComplete(token)) {
            conflicts++; // the conversation went to another queue before the agent accepted
        } else if (decision.outcome != Outcome.DONE) {
            error("an agent's command ended as " + decision.outcome + " " + decision.detail);
        }
        agentCommands.setRelease(agentCommands.getPlain() + 1);
    }

    private void error(String sentence) {
        if (errors++ == 0) {
            firstError = sentence;
        }
    }

    /** Messages answered so far; whoever has seen the last one may read everything else. */
    long messages() {
        return messages.getAcquire();
    }

    /** Agents' commands answered so far. */
    long agentCommands() {
        return agentCommands.getAcquire();
    }

    /** Nanoseconds from the intended time to the decision. */
    Histogram decided() {
        return decided;
    }

    /** Nanoseconds from the intended time to the answer. */
    Histogram answered() {
        return answered;
    }

    /** Nanoseconds from sending to the decision. */
    Histogram served() {
        return served;
    }

    /** Accepted offers that were taken back in the meantime. */
    long conflicts() {
        return conflicts;
    }

    long errors() {
        return errors;
    }

    /** The first error in a sentence; empty when there is none. */
    String firstError() {
        return firstError;
    }
}
