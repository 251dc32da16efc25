package io.strowger.engine.simulation;

import java.util.List;

/**
 * How an agent of the configuration behaves. Immutable.
 *
 * @param agent the agent's id
 * @param shifts when the agent is at work; none for always. They don't overlap
 * @param acceptDelay how long until an offer is answered
 * @param declineShare how many offers are declined, from 0 to 1
 * @param missShare how many offers are left without an answer, from 0 to 1
 * @param backAfterNanos how long until an agent who was found not responding is there again
 */
public record AgentPlan(
        String agent,
        List<Shift> shifts,
        Distribution acceptDelay,
        double declineShare,
        double missShare,
        long backAfterNanos) {
    public AgentPlan {
        shifts = List.copyOf(shifts);
        if (!(declineShare >= 0 && missShare >= 0 && declineShare + missShare <= 1)) {
            throw new IllegalArgumentException("declined and missed offers are shares, together 1 at most");
        }
        if (backAfterNanos < 0) {
            throw new IllegalArgumentException("backAfterNanos is " + backAfterNanos + ", it must not be negative");
        }
    }

    /** An agent who is always there and accepts every offer at once. */
    public static AgentPlan always(String agent) {
        return new AgentPlan(agent, List.of(), new Distribution.Constant(0), 0, 0, 0);
    }
}
