package io.strowger.engine.configuration;

import java.util.concurrent.TimeUnit;

/**
 * What a queue promises, in time during which it is open; 0 for no promise.
 *
 * @param timeToAssignNanos until an agent has the conversation
 * @param firstResponseNanos until an agent answered for the first time in a stay
 * @param nextResponseNanos until an agent answered a later message
 * @param resolutionNanos until the conversation is done
 */
public record ServiceTargets(
        long timeToAssignNanos, long firstResponseNanos, long nextResponseNanos, long resolutionNanos) {
    /** The longest time that can be promised: ten years. */
    public static final long MAX_NANOS = TimeUnit.DAYS.toNanos(3_650);

    /** No promises. */
    public static final ServiceTargets NONE = new ServiceTargets(0, 0, 0, 0);
}
