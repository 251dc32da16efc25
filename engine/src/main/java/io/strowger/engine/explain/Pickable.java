package io.strowger.engine.explain;

/**
 * A conversation that waits in a queue whose agents pick, as an agent sees it.
 *
 * @param conversation the conversation's id
 * @param queue the queue's id
 * @param priority 0 to 1000
 * @param queuedAt from when its age counts, epoch nanoseconds
 * @param verdict whether the agent can pick it now, or what is in the way
 */
public record Pickable(long conversation, String queue, int priority, long queuedAt, AgentVerdict verdict) {}
