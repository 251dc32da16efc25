package io.strowger.engine.configuration;

import java.time.Duration;

/**
 * How long conversations live, and how often they change hands.
 *
 * @param timeToLiveNanos how long a stay may take before it expires; 0 for ever
 * @param abandonGraceNanos how long a customer who left may come back to the old place
 * @param maxTransfers how often a conversation may be sent on in one stay; 0 for any number of times
 */
public record Lifecycle(long timeToLiveNanos, long abandonGraceNanos, int maxTransfers) {
    /** What holds for everything that an organization does not set. */
    public static final Lifecycle DEFAULT =
            new Lifecycle(0, Duration.ofMinutes(5).toNanos(), 20);
}
