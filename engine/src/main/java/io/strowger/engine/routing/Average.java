package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;

/** A mean that forgets: of the first observations it is the plain mean, then each new one counts a sixty-fourth. */
final class Average {
    static final int WINDOW = 64;

    private long mean;
    private long count;

    void add(long value) {
        count++;
        mean += (value - mean) / Math.min(count, WINDOW);
    }

    /** 0 before the first observation. */
    long mean() {
        return mean;
    }

    /** Observations so far. */
    long count() {
        return count;
    }

    long stateHash() {
        return Hashes.combine(mean, count);
    }
}
