package io.strowger.engine.routing;

import io.strowger.engine.explain.WaitEstimate.Method;
import io.strowger.engine.internal.Hashes;

/** What a conversation was to expect when it came into its queue's line, and since when its agent has had it in hand. */
final class Quote {
    /** When it came into the line. */
    long enteredAt;

    /** Whether the wait will show how good the estimates were; not of those who need not wait. */
    boolean counts;

    /** By the method's code, {@link QueueEstimates#UNKNOWN} where it had none. */
    final long[] estimates = new long[Method.values().length];

    /** What the best of them made of it. */
    long median;

    long ninetieth;

    /** Since when an agent has had it in hand. */
    long inHandSince;

    void clear() {
        enteredAt = 0;
        counts = false;
        for (int method = 0; method < estimates.length; method++) {
            estimates[method] = 0;
        }
        median = 0;
        ninetieth = 0;
        inHandSince = 0;
    }

    long stateHash() {
        long hash = Hashes.combine(enteredAt, counts ? 1 : 0);
        for (long estimate : estimates) {
            hash = Hashes.combine(hash, estimate);
        }
        hash = Hashes.combine(hash, median);
        hash = Hashes.combine(hash, ninetieth);
        return Hashes.combine(hash, inHandSince);
    }
}
