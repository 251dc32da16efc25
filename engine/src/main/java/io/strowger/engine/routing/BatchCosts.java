package io.strowger.engine.routing;

import io.strowger.engine.configuration.BatchWeights;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;

/**
 * What each pair of a batch costs: whole numbers, less than 2^31 for all pairs of a batch together, above which the tiers
 * count, see {@link BatchWeights} for what is below.
 */
final class BatchCosts {
    /** A tier is worth more than everything else of all pairs together. */
    private static final int TIER_BITS = 31;

    private static final long MAX_SLACK_SECONDS = 3_600;
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long THOUSAND = 1_000;

    private final BatchAgents agents;
    private final int[] tiers = new int[BatchMatching.MOST];
    private final long[] shares = new long[BatchMatching.MOST];

    BatchCosts(BatchAgents agents) {
        this.agents = agents;
    }

    /** A cost, or a sum of costs, without what stands for tiers. */
    static long withoutTiers(long cost) {
        return cost & (1L << TIER_BITS) - 1;
    }

    /** Fills the table for the pairs that can be. */
    void fill(QueueState queue, BatchConversations conversations, CostTable table) {
        table.clear(conversations.size(), agents.size());
        BatchWeights weights = queue.configuration.batch().weights();
        for (int column = 0; column < agents.size(); column++) {
            AgentState agent = agents.get(column);
            tiers[column] = agent.membership(queue.index).tier;
            shares[column] = weights.load() * load(agent) + weights.idle() * idle(column);
        }
        long first = Long.MAX_VALUE;
        for (int row = 0; row < conversations.size(); row++) {
            first = Math.min(first, turn(queue.configuration, conversations.get(row)));
        }
        for (int row = 0; row < conversations.size(); row++) {
            ConversationState conversation = conversations.get(row);
            long later = (turn(queue.configuration, conversation) - first) / SECOND_NANOS;
            fill(row, conversation, weights.slack() * Math.min(MAX_SLACK_SECONDS, later), queue, table);
        }
    }

    private void fill(int row, ConversationState conversation, long slack, QueueState queue, CostTable table) {
        BatchWeights weights = queue.configuration.batch().weights();
        Signature signature = conversation.signature();
        for (int column = 0; column < agents.size(); column++) {
            AgentState agent = agents.get(column);
            if (conversation.tree != null
                    && agent.canTake(signature)
                    && Candidates.isFree(agent, conversation)
                    && Matching.isOpen(conversation, agent)) {
                long cost = slack
                        + shares[column]
                        + weights.skillGap() * gap(agent, signature, queue)
                        + (agent.index == conversation.lastAgent ? 0 : weights.notPreferred() * THOUSAND);
                table.set(row, column, (long) tiers[column] << TIER_BITS | cost);
            }
        }
    }

    /** The instant that says whose turn is sooner: a due one, or from which the wait counts, less what the priority is worth. */
    private static long turn(QueueConfiguration queue, ConversationState conversation) {
        if (queue.order() == OrderPolicy.EDF) {
            return conversation.dueAt == 0
                    ? conversation.waitingSince() + queue.matching().targetNanos()
                    : conversation.dueAt;
        }
        return conversation.waitingSince() - conversation.priority * queue.nanosPerPoint();
    }

    private static long gap(AgentState agent, Signature signature, QueueState queue) {
        if (signature.skills.length == 0) {
            return 0;
        }
        long score = Score.of(agent, signature, queue.configuration.matching().fit());
        return THOUSAND - score / THOUSAND;
    }

    private static long load(AgentState agent) {
        return Math.min(THOUSAND, agent.used * THOUSAND / agent.configuration.capacity());
    }

    /** In thousandths, how many of the batch's agents have been idle for longer. */
    private long idle(int column) {
        AgentState agent = agents.get(column);
        long before = 0;
        for (int other = 0; other < agents.size(); other++) {
            long idleSince = agents.get(other).idleSince;
            if (idleSince < agent.idleSince || idleSince == agent.idleSince && other < column) {
                before++;
            }
        }
        return before * THOUSAND / agents.size();
    }
}
