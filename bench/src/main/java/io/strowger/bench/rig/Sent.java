package io.strowger.bench.rig;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What a generator did.
 *
 * @param sent messages that the target took
 * @param refusedAttempts how often a message found no room; it was offered again
 * @param scheduledNanos how long the schedule was
 * @param elapsedNanos from its start until the last message was taken, never less than scheduled
 * @param late nanoseconds from a message's intended instant to its first offer
 * @param failure why the run ended before its time, a sentence; null when it did not
 */
public record Sent(
        long sent,
        long refusedAttempts,
        long scheduledNanos,
        long elapsedNanos,
        Histogram late,
        @Nullable String failure) {
    /** What must be reached of a rate, or the figures are not those of that rate. */
    public static final double LEAST_KEPT = 0.995;

    /** Messages a second. */
    public double achievedPerSecond() {
        return sent * 1e9 / elapsedNanos;
    }

    /** How much of the schedule's rate was reached, 0 to 1: 1 when the last message was taken in time. */
    public double kept() {
        return (double) scheduledNanos / elapsedNanos;
    }

    /** Whether the rate was reached: at least 99.5 % of it, and to the end. */
    public boolean isRateReached() {
        return failure == null && kept() >= LEAST_KEPT;
    }
}
