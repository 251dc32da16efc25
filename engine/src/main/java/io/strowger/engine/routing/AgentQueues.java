package io.strowger.engine.routing;

import io.strowger.engine.configuration.CrossQueueOrder;
import io.strowger.engine.configuration.OrderPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Finds the conversation that an agent should get next from the queues that the agent serves: in the first tier that has
 * one, or in all queues together, the first by (kind of the queue's order, order key, instant from which its age counts,
 * id). Queues that match in batches are not looked at. Queues in the order of priorities come before the others; their keys can't be compared with instants.
 */
final class AgentQueues {
    private final Candidates candidates;

    AgentQueues(Candidates candidates) {
        this.candidates = candidates;
    }

    /**
     * The first conversation for an agent, or null.
     *
     * @param pulled whether the agent picks one, from queues that offer none; else from the others
     * @param only the queue to look at, null for all
     */
    @Nullable
    ConversationState first(AgentState agent, boolean pulled, @Nullable QueueState only) {
        boolean strict = agent.configuration.matching().order() == CrossQueueOrder.STRICT;
        ConversationState best = null;
        int tier = 0;
        for (Membership membership : agent.memberships) {
            if (membership.queue.isBatched()) {
                continue;
            }
            if (best != null && strict && membership.tier != tier) {
                return best;
            }
            boolean counts = membership.queue.rows.isPulled() == pulled && (only == null || only == membership.queue);
            ConversationState head = counts ? head(membership) : null;
            if (head != null && (best == null || comesBefore(head, best))) {
                best = head;
                tier = membership.tier;
            }
        }
        return best;
    }

    /** Whether there is a conversation in a queue that the agent may be asked for. */
    boolean isWaitedFor(Membership membership) {
        return head(membership) != null;
    }

    /** The first conversation of a queue that the agent may be asked for. */
    private @Nullable ConversationState head(Membership membership) {
        QueueRows rows = membership.queue.rows;
        ConversationState head = null;
        for (int reach = rows.least(membership.level); reach < rows.levels(); reach++) {
            ConversationState found = head(membership.agent, rows.waiting(reach));
            if (found != null && (head == null || found.isBefore(head))) {
                head = found;
            }
        }
        return head;
    }

    private @Nullable ConversationState head(AgentState agent, SignatureTree waiting) {
        TreeNode node = waiting.first(agent.takes);
        while (node != null) {
            ConversationState conversation = (ConversationState) node;
            candidates.visit();
            if (conversation.mayAsk(agent)) {
                return conversation;
            }
            node = waiting.next(node, agent.takes);
        }
        return null;
    }

    private static boolean comesBefore(ConversationState one, ConversationState other) {
        boolean byPriority = isByPriority(one);
        return byPriority == isByPriority(other) ? one.isBefore(other) : byPriority;
    }

    private static boolean isByPriority(ConversationState conversation) {
        return conversation.organization.queues[conversation.queue].configuration.order() == OrderPolicy.PRIORITY_FIFO;
    }
}
