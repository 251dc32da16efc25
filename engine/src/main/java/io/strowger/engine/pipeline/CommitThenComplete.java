package io.strowger.engine.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;

/** Two stages on one thread: a batch is committed as a whole, then completed as a whole. */
final class CommitThenComplete implements EventHandler<RoutingEvent> {
    private static final long NO_BATCH = -1;

    private final RingBuffer<RoutingEvent> ring;
    private final CommitHandler commit;
    private final CompleteHandler complete;
    private long batchStart = NO_BATCH;

    CommitThenComplete(RingBuffer<RoutingEvent> ring, CommitHandler commit, CompleteHandler complete) {
        this.ring = ring;
        this.commit = commit;
        this.complete = complete;
    }

    @Override
    public void onEvent(RoutingEvent event, long sequence, boolean endOfBatch) {
        if (batchStart == NO_BATCH) {
            batchStart = sequence;
        }
        commit.onEvent(event, sequence, endOfBatch);
        if (endOfBatch) {
            for (long completed = batchStart; completed <= sequence; completed++) {
                complete.onEvent(ring.get(completed), completed, completed == sequence);
            }
            batchStart = NO_BATCH;
        }
    }
}
