package io.strowger.engine.configuration;

/**
 * How a queue's conversations come to agents.
 *
 * @param pull whether nothing is offered: agents look at who waits and pick
 */
public record QueueOffering(boolean pull) {
    /** They are offered, or assigned where the queue accepts for its agents. */
    public static final QueueOffering USUAL = new QueueOffering(false);
}
