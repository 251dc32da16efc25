package io.strowger.engine.simulation;

/**
 * What an agent did in the counted time of all runs.
 *
 * @param agent the agent's id
 * @param conversations customers talked to
 * @param busySeconds capacity in use times seconds
 * @param staffedSeconds capacity at work times seconds
 */
public record AgentResult(String agent, long conversations, double busySeconds, double staffedSeconds) {
    /** The share of the agent's capacity at work that was in use; not a number for one who was never there. */
    public double occupancy() {
        return staffedSeconds == 0 ? Double.NaN : busySeconds / staffedSeconds;
    }

    AgentResult plus(AgentResult other) {
        return new AgentResult(
                agent,
                conversations + other.conversations,
                busySeconds + other.busySeconds,
                staffedSeconds + other.staffedSeconds);
    }
}
