package io.strowger.engine.statistics;

import java.util.Arrays;
import java.util.List;

/** Who got how much for the time available. Immutable. */
public final class Fairness {
    private final long assigned;
    private final long available;
    private final double[] rates;

    /** Looks at all agents. */
    public Fairness(List<Tally> agents) {
        assigned = agents.stream().mapToLong(each -> each.of(Count.ASSIGNED)).sum();
        available = agents.stream()
                .mapToLong(each -> each.of(Count.AVAILABLE_NANOS))
                .sum();
        rates = agents.stream()
                .filter(each -> each.of(Count.AVAILABLE_NANOS) > 0)
                .mapToDouble(each -> (double) each.of(Count.ASSIGNED) / each.of(Count.AVAILABLE_NANOS))
                .sorted()
                .toArray();
    }

    /** An agent's share of all assignments by the share of all time available; 0 without such time. */
    public double of(Tally agent) {
        double time = Tally.share(agent.of(Count.AVAILABLE_NANOS), available);
        return time == 0 ? 0 : Tally.share(agent.of(Count.ASSIGNED), assigned) / time;
    }

    /** The Gini coefficient of assignments by time available, of those who had such time. */
    public double gini() {
        double sum = Arrays.stream(rates).sum();
        double weighted = 0;
        for (int rank = 0; rank < rates.length; rank++) {
            weighted += (2.0 * (rank + 1) - rates.length - 1) * rates[rank];
        }
        return sum == 0 ? 0 : weighted / (rates.length * sum);
    }
}
