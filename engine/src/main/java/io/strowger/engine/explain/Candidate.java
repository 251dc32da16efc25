package io.strowger.engine.explain;

/**
 * An agent who could be asked, as the agent was at that moment.
 *
 * @param agent the agent's id
 * @param tier the agent's tier in the queue, smaller first
 * @param strategyKey the key under the queue's strategy, smaller first
 * @param idleSince from when the agent counts as idle, epoch nanoseconds
 * @param lastOfferedAt when the agent got the last offer, epoch nanoseconds; 0 for never
 * @param used capacity units in use
 * @param capacity capacity units in all
 */
public record Candidate(
        String agent, int tier, long strategyKey, long idleSince, long lastOfferedAt, int used, int capacity) {}
