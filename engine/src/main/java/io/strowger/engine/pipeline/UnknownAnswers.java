package io.strowger.engine.pipeline;

import com.lmax.disruptor.RingBuffer;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.ingress.Responder;
import java.lang.invoke.VarHandle;

/**
 * When the stages have failed or ended: tells everybody whose answer did not come that the outcome is unknown. Each is told
 * once.
 */
final class UnknownAnswers {
    private final RingBuffer<RoutingEvent> ring;
    private final Deliveries deliveries = new Deliveries();
    private volatile boolean begun;

    UnknownAnswers(RingBuffer<RoutingEvent> ring) {
        this.ring = ring;
    }

    /** Whether the stages have ended: who publishes from here on must see to the answer. */
    boolean begun() {
        return begun;
    }

    /** Answers everything published that the last stage did not reach and nobody has answered. */
    void answerAll() {
        begun = true;
        VarHandle.fullFence(); // either a publisher sees that, or its command is seen here
        long last = ring.getCursor();
        for (long sequence = ring.getMinimumGatingSequence() + 1; sequence <= last; sequence++) {
            if (ring.isAvailable(sequence)) {
                answer(ring.get(sequence), sequence);
            }
        }
    }

    /** The last stage may still run and clear the slot: so everything is read before the claim. */
    private void answer(RoutingEvent event, long sequence) {
        if (event.kind != CommandKind.NONE) {
            answer(event, sequence, event.organization, event.responder, event.token);
        }
    }

    /** Answers one command, unless somebody has. */
    void answer(RoutingEvent event, long sequence, int organization, Responder responder, long token) {
        if (event.claimAnswer(sequence)) {
            Decision unknown = new Decision();
            unknown.outcome = Outcome.UNKNOWN;
            unknown.organization = organization;
            deliveries.answer(responder, unknown, 0, false, token);
            deliveries.wake(responder);
        }
    }
}
