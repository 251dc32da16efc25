package io.strowger.engine.pipeline;

import com.lmax.disruptor.EventHandler;
import io.strowger.engine.journal.Journal;
import java.util.concurrent.atomic.AtomicLong;

/** The third stage: appends records to the journal and forces them once a batch. A slow disk makes bigger batches. */
final class CommitHandler implements EventHandler<RoutingEvent> {
    private final Journal journal;
    private final AtomicLong commits = new AtomicLong();

    CommitHandler(Journal journal) {
        this.journal = journal;
    }

    /** Batches committed so far; any thread may ask. */
    long commits() {
        return commits.get();
    }

    @Override
    public void onEvent(RoutingEvent event, long sequence, boolean endOfBatch) {
        if (event.recordLength > 0) {
            journal.append(event.record.array(), 0, event.recordLength);
        }
        if (endOfBatch) {
            journal.commit();
            commits.lazySet(commits.getPlain() + 1);
        }
    }
}
