package io.strowger.engine.routing;

import io.strowger.engine.statistics.Count;
import io.strowger.engine.statistics.TallyRow;

/** An agent's tallies, and what the agent has been doing since they were brought up to date. */
final class AgentTimes {
    final TallyRow row = new TallyRow();
    private long since;
    private boolean loggedIn;
    private boolean available;
    private boolean busy;

    /** Counts the time since the last look, and takes notice of what the agent does now. */
    void look(AgentState agent, long now) {
        if (loggedIn) {
            row.addTime(Count.LOGGED_IN_NANOS, since, now);
        }
        if (available) {
            row.addTime(Count.AVAILABLE_NANOS, since, now);
        }
        if (busy) {
            row.addTime(Count.BUSY_NANOS, since, now);
        }
        since = now;
        loggedIn = agent.isLoggedIn();
        available = agent.receivesOffers();
        busy = loggedIn && agent.held > 0;
    }
}
