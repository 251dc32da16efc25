package io.strowger.engine.explain;

/** What put the chosen agent before the next one: the first thing in which they differed, in this order. */
public enum DecidedBy {
    /** Nobody else could be asked. */
    ONLY_ONE("nobody else could be asked"),
    /** The conversation waited for this agent alone. */
    PREFERENCE("the conversation waited for this agent"),
    /** Everybody else was excluded for a while, and this agent's exclusion was the oldest. */
    RECYCLED("everybody who could be asked had declined or missed it, this agent first"),
    /** The agent belongs to the queue more than the next one. */
    TIER("the tier in the queue"),
    /** The queue's strategy. */
    STRATEGY("the queue's strategy"),
    /** The strategy's key was equal; this agent had been idle for longer. */
    IDLE("being idle for longer"),
    /** That was equal, too; this agent's last offer was longer ago. */
    LAST_OFFERED("a longer time since the last offer"),
    /** Everything was equal; this agent comes first in the configuration. */
    AGENT_NUMBER("the order of the configuration"),
    /** The queue draws at random. */
    DRAW("a draw"),
    /** The agent took it from a queue that offers nothing. */
    PICKED("the agent, who picked it"),
    /** The queue brings many conversations and agents together at once. */
    BATCH("the least cost of a batch"),
    /** A person or another system chose the agent. */
    CHOSEN("whoever sent it there");

    private final String words;

    DecidedBy(String words) {
        this.words = words;
    }

    /** As it reads in a sentence behind "by". */
    public String words() {
        return words;
    }
}
