package io.strowger.engine.routing;

import io.strowger.engine.statistics.Count;
import io.strowger.engine.statistics.TallyRow;
import io.strowger.engine.statistics.TallySum;
import java.util.EnumSet;
import java.util.Set;

/** An agent's tallies, and what the agent has been doing since they were brought up to date. */
final class AgentTimes {
    private final TallyRow row;
    private final Set<Count> doing = EnumSet.noneOf(Count.class);
    private long since;

    AgentTimes(TallySum sum) {
        row = new TallyRow(sum);
    }

    /** The tallies, in which the agent's time is counted up to an instant. */
    TallyRow row(long now) {
        row.addTime(doing, since, now);
        since = now;
        return row;
    }

    /** Counts the time since the last look, and takes notice of what the agent does now. */
    void look(AgentState agent, long now) {
        row(now);
        doing.clear();
        if (agent.isLoggedIn()) {
            doing.add(Count.LOGGED_IN_NANOS);
            if (agent.held > 0) {
                doing.add(Count.BUSY_NANOS);
            }
        }
        if (agent.receivesOffers()) {
            doing.add(Count.AVAILABLE_NANOS);
        }
    }
}
