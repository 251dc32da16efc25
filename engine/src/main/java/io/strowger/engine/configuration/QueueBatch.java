package io.strowger.engine.configuration;

import java.util.concurrent.TimeUnit;

/**
 * How a queue brings many conversations and agents together at once instead of one after the other.
 *
 * @param windowNanos how long conversations and agents collect before they are brought together; 0 to give each conversation
 *     to its best agent as soon as there is one
 * @param maxPassed how often a conversation may go away empty-handed while a later one gets an agent who suits it; then it
 *     comes before all others
 * @param weights what counts how much
 */
public record QueueBatch(long windowNanos, int maxPassed, BatchWeights weights) {
    /** The longest window. */
    public static final long MAX_WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** The most times that a conversation can be passed over. */
    public static final int MAX_PASSED = 1_000;

    /** How often a conversation may be passed over where nothing is said. */
    public static final int USUAL_PASSED = 2;

    /** Everybody at once. */
    public static final QueueBatch NONE = new QueueBatch(0, USUAL_PASSED, BatchWeights.USUAL);

    /** Whether conversations and agents collect. */
    public boolean isOn() {
        return windowNanos > 0;
    }
}
