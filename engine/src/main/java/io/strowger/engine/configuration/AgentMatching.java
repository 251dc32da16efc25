package io.strowger.engine.configuration;

import java.util.List;

/**
 * The finer points of what an agent is asked for.
 *
 * @param order which of the agent's queues comes first
 * @param terms the terms of each of the agent's queues, in their order; empty where each queue is a tier of its own, in the
 *     order of the list, without delay
 */
public record AgentMatching(CrossQueueOrder order, List<QueueTerms> terms) {
    /** What holds where nothing is said. */
    public static final AgentMatching USUAL = new AgentMatching(CrossQueueOrder.STRICT, List.of());

    public AgentMatching {
        terms = List.copyOf(terms);
    }
}
