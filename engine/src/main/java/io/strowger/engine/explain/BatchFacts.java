package io.strowger.engine.explain;

import org.jspecify.annotations.Nullable;

/**
 * The batch that an agent was chosen in: conversations and agents of a queue that were brought together at once. Costs are
 * whole numbers by the queue's weights.
 *
 * @param conversations how many conversations took part
 * @param agents how many agents took part
 * @param pairs how many of the conversations got an agent
 * @param cost what all pairs cost together
 * @param pairCost what this pair costs
 * @param greedyPairs how many would have got an agent, had each taken the cheapest one left, one after the other
 * @param greedyCost what these would have cost together
 * @param greedyAgent whom this conversation would have got then; null for nobody
 */
public record BatchFacts(
        int conversations,
        int agents,
        int pairs,
        long cost,
        long pairCost,
        int greedyPairs,
        long greedyCost,
        @Nullable String greedyAgent) {
    /** Whether one after the other would have led to the same pairs' number and cost. */
    public boolean isGreedy() {
        return pairs == greedyPairs && cost == greedyCost;
    }
}
