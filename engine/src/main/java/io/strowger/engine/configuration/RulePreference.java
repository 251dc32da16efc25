package io.strowger.engine.configuration;

/**
 * Whom a rule's conversations wait for first: the agent whose id a message carries, a customer's account manager for example.
 * Somebody who does not suit, or whom there is no sense in waiting for, is as good as none.
 *
 * @param attribute key of the attribute with the agent's id; empty for no preference
 * @param forNanos how long a conversation waits for that agent alone
 * @param onlyIfFree whether it does so only if the agent could take it at once
 */
public record RulePreference(String attribute, long forNanos, boolean onlyIfFree) {
    /** Nobody. */
    public static final RulePreference NONE = new RulePreference("", 0, false);

    /** Whether the rule names somebody. */
    public boolean isGiven() {
        return !attribute.isEmpty();
    }
}
