package io.strowger.engine.rules;

import io.strowger.engine.configuration.RulePreference;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.internal.Bytes;

/**
 * What an organization's rules say about one message. Mutable and reused; filled by {@link RuleSet#evaluate}. Positions
 * count in the lists of the configuration that the rule set was made from.
 */
public final class RuleOutcome {
    static final Bytes NO_KEY = new Bytes();

    /** Position of the queue; that of the fallback queue when no rule chose one. */
    public int queue;

    /** 0 to 1000: what a rule set, else the queue's own. */
    public int priority;

    /** Position of the rule that chose the queue, or {@link DomainEvent#NOBODY} for the fallback. */
    public int rule = DomainEvent.NOBODY;

    /** How much longer than it does the conversation counts as waiting, nanoseconds. */
    public long ageNanos;

    /** How long after its queueing it is due, nanoseconds; 0 for the queue's target. */
    public long targetNanos;

    /** Whom it waits for first. */
    public RulePreference preference = RulePreference.NONE;

    /** Key of the attribute with that agent's id. */
    public Bytes preferenceKey = NO_KEY;

    /** What the conversation asks of an agent, and its tags. */
    public Terms terms = Terms.NONE;

    /** The same without what its queue asks; only of organizations with workflows. */
    public Terms ownTerms = Terms.NONE;
}
