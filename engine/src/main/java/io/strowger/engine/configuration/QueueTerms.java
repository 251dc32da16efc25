package io.strowger.engine.configuration;

/**
 * On what terms an agent serves a queue.
 *
 * @param tier the smaller, the sooner the agent is asked for the queue, and serves it, 1 to 99
 * @param delayNanos how long a conversation must have waited before the agent is asked for it
 */
public record QueueTerms(int tier, long delayNanos) {
    /** The greatest tier. */
    public static final int MAX_TIER = 99;
}
