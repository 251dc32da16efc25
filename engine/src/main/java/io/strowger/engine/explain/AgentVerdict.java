package io.strowger.engine.explain;

import org.jspecify.annotations.Nullable;

/**
 * Why an agent gets a conversation or does not.
 *
 * @param agent the agent's id
 * @param hindrance what is in the way first
 * @param skill with {@link Hindrance#SKILL}: the first that is missing; with {@link Hindrance#SKILL_UNWANTED}: the first that is too much; else null
 * @param needed what is needed: the skill's level, the highest that is wanted (-1 for none), capacity units, or conversations of that kind at the most
 * @param has what the agent has of it
 * @param until with a delay, an exclusion, a preference, an offer: when it ends, epoch nanoseconds; else 0
 */
public record AgentVerdict(
        String agent, Hindrance hindrance, @Nullable String skill, int needed, int has, long until) {
    /** A verdict without figures. */
    public static AgentVerdict of(String agent, Hindrance hindrance) {
        return new AgentVerdict(agent, hindrance, null, 0, 0, 0);
    }
}
