package io.strowger.engine.statistics;

import io.strowger.engine.event.AgentStatus;

/**
 * An agent's figures.
 *
 * @param id the agent's id
 * @param status now
 * @param used capacity units in use now
 * @param capacity how many there are
 * @param tally what happened
 * @param fairness the share of all assignments by the share of all time available: 1 is as much as everybody, 2 twice as
 *     much; 0 for nothing got or no time available
 */
public record AgentStatistics(String id, AgentStatus status, int used, int capacity, Tally tally, double fairness) {
    /** The same agent with what happened. */
    AgentStatistics with(Tally counted, double share) {
        return new AgentStatistics(id, status, used, capacity, counted, share);
    }

    /** The share of the time logged in with something in hand or on offer; 0 without such time. */
    public double occupancy() {
        return Tally.share(tally.of(Count.BUSY_NANOS), tally.of(Count.LOGGED_IN_NANOS));
    }
}
