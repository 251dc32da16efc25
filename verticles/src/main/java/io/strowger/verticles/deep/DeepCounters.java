package io.strowger.verticles.deep;

import java.util.concurrent.atomic.LongAdder;

/** What became of the deep tier's questions. Counted by its threads, read by any. */
public final class DeepCounters {
    final LongAdder asked = new LongAdder();
    final LongAdder answered = new LongAdder();
    final LongAdder queueFull = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder timedOut = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder sessions = new LongAdder();

    DeepCounters() {}

    /** Messages that the inline model was unsure of. */
    public long asked() {
        return asked.sum();
    }

    /** Answers that the engine took. */
    public long answered() {
        return answered.sum();
    }

    /** Messages that were not asked about because the queue was full. */
    public long queueFull() {
        return queueFull.sum();
    }

    /** Messages that the session, or its loading, failed at. */
    public long failed() {
        return failed.sum();
    }

    /** Messages whose session was given up because it took too long. */
    public long timedOut() {
        return timedOut.sum();
    }

    /** Answers that the engine had no room for. */
    public long refused() {
        return refused.sum();
    }

    /** Sessions loaded so far. */
    public long sessions() {
        return sessions.sum();
    }
}
