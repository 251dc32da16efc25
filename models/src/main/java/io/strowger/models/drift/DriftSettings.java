package io.strowger.models.drift;

import java.time.Duration;

/**
 * When answers count as drifted.
 *
 * @param threshold the population stability index that is too much
 * @param windowMessages a window ends when it has so many messages
 * @param windowTime or when it is that old and has {@link #LEAST_MESSAGES}
 */
public record DriftSettings(double threshold, int windowMessages, Duration windowTime) {
    /** A window with fewer messages says nothing: it goes on until it has them. */
    public static final int LEAST_MESSAGES = 500;

    /** Ten thousand messages, an hour, an index of 0.2. */
    public static final DriftSettings DEFAULT = new DriftSettings(0.2, 10_000, Duration.ofHours(1));
}
