package io.strowger.engine.pipeline;

import com.lmax.disruptor.EventHandler;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.ingress.OccupancyLimit;
import io.strowger.engine.ingress.Responder;
import java.util.function.LongSupplier;

/** The last stage: answers what is durable, wakes each responder once a batch, and clears the slots. */
final class CompleteHandler implements EventHandler<RoutingEvent> {
    private final BufferPool pool;
    private final OccupancyLimit occupancy;
    private final LongSupplier cursor;
    private final Deliveries deliveries = new Deliveries();
    private final Responder[] answered = new Responder[64];
    private int answeredCount;
    private int batchEvents;

    CompleteHandler(BufferPool pool, OccupancyLimit occupancy, LongSupplier cursor) {
        this.pool = pool;
        this.occupancy = occupancy;
        this.cursor = cursor;
    }

    @Override
    public void onEvent(RoutingEvent event, long sequence, boolean endOfBatch) {
        if (event.kind != CommandKind.NONE && event.claimAnswer(sequence)) {
            Responder responder = event.responder;
            deliveries.answer(responder, event.decision, event.decidedNanos - event.publishedNanos, true, event.token);
            remember(responder);
        }
        event.clear(pool);
        batchEvents++;
        if (endOfBatch) {
            wakeAll();
            occupancy.batchFinished(batchEvents, cursor.getAsLong() - sequence, System.nanoTime());
            batchEvents = 0;
        }
    }

    /** Most batches have few responders; with more than fit, some are woken more than once. */
    private void remember(Responder responder) {
        for (int index = answeredCount - 1; index >= 0; index--) {
            if (answered[index] == responder) {
                return;
            }
        }
        if (answeredCount == answered.length) {
            wakeAll();
        }
        answered[answeredCount++] = responder;
    }

    private void wakeAll() {
        for (int index = 0; index < answeredCount; index++) {
            deliveries.wake(answered[index]);
            answered[index] = Responder.NONE;
        }
        answeredCount = 0;
    }
}
