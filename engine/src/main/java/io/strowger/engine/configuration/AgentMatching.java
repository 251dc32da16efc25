package io.strowger.engine.configuration;

import java.util.List;

/**
 * The finer points of what an agent is asked for.
 *
 * @param order which of the agent's queues comes first
 * @param terms the terms of each of the agent's queues, in their order; empty where each queue is a tier of its own, in the
 *     order of the list, without delay
 * @param kinds kinds of channels whose conversations the agent takes; empty for all
 * @param maxPerWindow how many conversations the agent is given in a fairness window at most, 0 for no limit
 */
public record AgentMatching(CrossQueueOrder order, List<QueueTerms> terms, List<ChannelKind> kinds, int maxPerWindow) {
    /** What holds where nothing is said. */
    public static final AgentMatching USUAL = new AgentMatching(CrossQueueOrder.STRICT, List.of(), List.of(), 0);

    public AgentMatching {
        terms = List.copyOf(terms);
        kinds = kinds.stream().distinct().sorted().toList();
    }

    /** For an agent who takes all kinds, without limit. */
    public AgentMatching(CrossQueueOrder order, List<QueueTerms> terms) {
        this(order, terms, List.of(), 0);
    }
}
