package io.strowger.bench.net;

import io.strowger.bench.rig.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * How a run goes: first a while that is not measured, then one that is.
 *
 * @param schedule when messages are meant to be sent; null for a closed
 *     loop, which sends as fast as the depth allows
 * @param warmUpNanos not measured
 * @param measuredNanos measured
 */
public record LoadPlan(@Nullable Schedule schedule, long warmUpNanos, long measuredNanos) {
    public LoadPlan {
        if (warmUpNanos < 0 || measuredNanos <= 0) {
            throw new IllegalArgumentException(
                    "a run of " + measuredNanos + " ns after " + warmUpNanos + " ns has no length");
        }
    }

    public boolean isClosed() {
        return schedule == null;
    }
}
