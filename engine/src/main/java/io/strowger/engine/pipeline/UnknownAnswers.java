package io.strowger.engine.pipeline;

import com.lmax.disruptor.RingBuffer;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;

/** After a failure: tells everybody whose answer did not come that the outcome is unknown. Each is told once. */
final class UnknownAnswers {
    private final RingBuffer<RoutingEvent> ring;

    UnknownAnswers(RingBuffer<RoutingEvent> ring) {
        this.ring = ring;
    }

    /** Answers every published event of a range that nobody has answered. */
    void answerAll(long first, long last) {
        for (long sequence = first; sequence <= last; sequence++) {
            if (ring.isAvailable(sequence)) {
                answer(ring.get(sequence));
            }
        }
    }

    /** Answers one event, unless somebody has. */
    void answer(RoutingEvent event) {
        if (event.kind != CommandKind.NONE && event.claimAnswer()) {
            Decision unknown = new Decision();
            unknown.outcome = Outcome.UNKNOWN;
            unknown.organization = event.organization;
            event.responder.answered(unknown, 0, false, event.token);
            event.responder.batchEnded();
        }
    }
}
