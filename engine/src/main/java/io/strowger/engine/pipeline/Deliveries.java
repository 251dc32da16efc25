package io.strowger.engine.pipeline;

import io.strowger.engine.command.Decision;
import io.strowger.engine.ingress.Responder;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls responders. They are outsiders: one that throws, against its contract, costs its own answer and not the engine.
 * Any thread; silent but for the first failures, ever more rarely after.
 */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final AtomicLong failures = new AtomicLong();

    void answer(Responder responder, Decision decision, long decisionNanos, boolean durable, long token) {
        try {
            responder.answered(decision, decisionNanos, durable, token);
        } catch (RuntimeException e) {
            failed(responder, e);
        }
    }

    void wake(Responder responder) {
        try {
            responder.batchEnded();
        } catch (RuntimeException e) {
            failed(responder, e);
        }
    }

    private void failed(Responder responder, RuntimeException cause) {
        long count = failures.incrementAndGet();
        if (Long.bitCount(count) == 1) {
            LOG.error("{} threw when it got an answer, failure {} of its kind", responder.getClass(), count, cause);
        }
    }
}
