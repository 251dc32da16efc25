package io.strowger.bench.scale;

/** What goes on while decisions are measured. */
public enum Work {
    /**
     * Nobody is free: a message has to wait, an agent completes a conversation and is offered the one that waits longest
     * of those that the agent can take, and accepts.
     */
    BACKLOG,

    /**
     * Somebody is free: a message is offered to the agent who is idle longest, who accepts and completes it. What waits
     * needs a skill that nobody has.
     */
    IDLE
}
