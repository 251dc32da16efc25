package io.strowger.engine.configuration;

import org.jspecify.annotations.Nullable;

/**
 * How many conversations may wait in a queue. Only those that arrive are counted out: what was taken in once is never refused.
 *
 * @param maxLength how many, those with an offer included; 0 for any number
 * @param overflowQueue id of the queue for those that are too many; null to reject them
 */
public record QueueBound(int maxLength, @Nullable String overflowQueue) {
    /** Any number. */
    public static final QueueBound NONE = new QueueBound(0, null);
}
