package io.strowger.bench.net;

import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a run goes: first a while that is not measured, then one that is.
 *
 * @param schedule from an intended instant to the next one, on the scale of {@link System#nanoTime()}; null for a closed
 *     loop, which sends as fast as the depth allows
 * @param warmUpNanos not measured
 * @param measuredNanos measured
 */
public record LoadPlan(@Nullable LongUnaryOperator schedule, long warmUpNanos, long measuredNanos) {
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
