package io.strowger.engine.configuration;

/**
 * What a rule says about time.
 *
 * @param ageNanos for how much longer the conversation counts as waiting than it does; moves its place, not its waiting time
 * @param targetNanos how long after its queueing the conversation is due, under {@link OrderPolicy#EDF}; 0 for the queue's target
 */
public record RuleTiming(long ageNanos, long targetNanos) {
    /** Nothing. */
    public static final RuleTiming NONE = new RuleTiming(0, 0);
}
