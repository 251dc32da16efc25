package io.strowger.engine.rules;

/** A compiled condition. Called by the deciding thread; allocates nothing, never throws, and has no state. */
@FunctionalInterface
public interface Condition {
    /** Whether the condition holds. Asking for something that the message does not have makes it false. */
    boolean holds(RuleInput input);
}
