package io.strowger.engine.routing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The agents of a batch, by their numbers: those whom the first conversation could be given to, by delay and in the order in
 * which they would be asked, then further ones of the second, and so on, up to {@link BatchMatching#MOST}. Empty between two
 * batches.
 */
final class BatchAgents {
    private final Candidates candidates;
    private final @Nullable AgentState[] agents = new AgentState[BatchMatching.MOST];
    private int count;

    BatchAgents(Candidates candidates) {
        this.candidates = candidates;
    }

    void collect(QueueState queue, BatchConversations conversations) {
        for (int position = 0; position < conversations.size(); position++) {
            collect(queue, conversations.get(position));
        }
        sort();
    }

    private void collect(QueueState queue, ConversationState conversation) {
        // Agents asked for those who come first may have led elsewhere.
        if (conversation.tree == null) {
            return;
        }
        int open = queue.rows.open(conversation.reach);
        long[] mask = conversation.signature().mask;
        for (int level = 0; level < open; level++) {
            SignatureTree seats = Candidates.seats(queue, level, conversation);
            TreeNode node = seats.first(mask);
            while (node != null && count < BatchMatching.MOST) {
                candidates.visit();
                add(((Seat) node).agent, conversation);
                node = seats.next(node, mask);
            }
        }
    }

    private void add(AgentState agent, ConversationState conversation) {
        if (!agent.collected && Candidates.isFree(agent, conversation)) {
            agent.collected = true;
            agents[count++] = agent;
        }
    }

    private void sort() {
        for (int sorted = 1; sorted < count; sorted++) {
            AgentState agent = get(sorted);
            int slot = sorted;
            while (slot > 0 && get(slot - 1).index > agent.index) {
                agents[slot] = agents[slot - 1];
                slot--;
            }
            agents[slot] = agent;
        }
    }

    int size() {
        return count;
    }

    AgentState get(int position) {
        AgentState agent = agents[position];
        if (agent == null) {
            throw new IllegalArgumentException("there is no such agent in the batch");
        }
        return agent;
    }

    void clear() {
        for (int position = 0; position < count; position++) {
            get(position).collected = false;
        }
        Arrays.fill(agents, 0, count, null);
        count = 0;
    }
}
