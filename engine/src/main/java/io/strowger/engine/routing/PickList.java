package io.strowger.engine.routing;

import io.strowger.engine.configuration.CrossQueueOrder;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.explain.Pickable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What waits for an agent in the queues from which the agent picks, in the order in which the agent would get it. Looks at
 * as many conversations of each queue as are asked for. Cold.
 */
final class PickList {
    private PickList() {}

    /** The first ones that the agent has the skills for. */
    static List<Pickable> of(AgentState agent, int most) {
        boolean strict = agent.configuration.matching().order() == CrossQueueOrder.STRICT;
        List<Waiting> found = new ArrayList<>();
        for (Membership membership : agent.memberships) {
            QueueRows rows = membership.queue.rows;
            if (rows.isPulled() && !membership.queue.removed) {
                int tier = strict ? membership.tier : 0;
                for (int reach = 0; reach < rows.levels(); reach++) {
                    add(agent, tier, rows.waiting(reach), most, found);
                }
            }
        }
        found.sort(Comparator.comparingInt(Waiting::tier)
                .thenComparing(Waiting::isByAge)
                .thenComparingLong(waiting -> waiting.conversation.orderKey)
                .thenComparingLong(waiting -> waiting.conversation.waitingSince())
                .thenComparingLong(waiting -> waiting.conversation.id));
        List<Pickable> list = new ArrayList<>();
        for (Waiting each : found.subList(0, Math.min(most, found.size()))) {
            ConversationState conversation = each.conversation;
            list.add(new Pickable(
                    conversation.id,
                    conversation.organization.names.queues().name(conversation.queue),
                    conversation.priority,
                    conversation.queuedAt,
                    Verdicts.of(conversation, agent)));
        }
        return list;
    }

    private static void add(AgentState agent, int tier, SignatureTree row, int most, List<Waiting> found) {
        TreeNode node = row.first(agent.satisfied);
        for (int count = 0; node != null && count < most; count++) {
            found.add(new Waiting(tier, (ConversationState) node));
            node = row.next(node, agent.satisfied);
        }
    }

    private record Waiting(int tier, ConversationState conversation) {
        boolean isByAge() {
            return conversation.organization.queues[conversation.queue].configuration.order()
                    != OrderPolicy.PRIORITY_FIFO;
        }
    }
}
