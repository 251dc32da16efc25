package io.strowger.engine.routing;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What one command changed so that a new pair may be possible: conversations that wait anew, agents who can take more.
 * Noted while events are applied, worked off by {@link Matching}; between two commands it is empty, and no part of the
 * state.
 */
final class PendingWork {
    private static final int INITIAL_SIZE = 64;

    private static final Comparator<ConversationState> BY_PLACE = PendingWork::compare;

    private ConversationState[] conversations = new ConversationState[INITIAL_SIZE];
    private AgentState[] agents = new AgentState[INITIAL_SIZE];
    private int conversationCount;
    private int agentCount;

    void add(ConversationState conversation) {
        if (conversation.pending) {
            return;
        }
        conversation.pending = true;
        if (conversationCount == conversations.length) {
            conversations = Arrays.copyOf(conversations, 2 * conversationCount);
        }
        conversations[conversationCount++] = conversation;
    }

    void add(AgentState agent) {
        if (agent.pending) {
            return;
        }
        agent.pending = true;
        if (agentCount == agents.length) {
            agents = Arrays.copyOf(agents, 2 * agentCount);
        }
        agents[agentCount++] = agent;
    }

    int conversationCount() {
        return conversationCount;
    }

    int agentCount() {
        return agentCount;
    }

    /** The conversations by (queue, place). */
    ConversationState[] sortedConversations() {
        if (conversationCount > 1) {
            Arrays.sort(conversations, 0, conversationCount, BY_PLACE);
        }
        return conversations;
    }

    /** The agents by number. */
    AgentState[] sortedAgents() {
        for (int sorted = 1; sorted < agentCount; sorted++) {
            AgentState agent = agents[sorted];
            int slot = sorted;
            while (slot > 0 && agents[slot - 1].index > agent.index) {
                agents[slot] = agents[slot - 1];
                slot--;
            }
            agents[slot] = agent;
        }
        return agents;
    }

    void clear() {
        for (int index = 0; index < conversationCount; index++) {
            conversations[index].pending = false;
        }
        for (int index = 0; index < agentCount; index++) {
            agents[index].pending = false;
        }
        conversationCount = 0;
        agentCount = 0;
    }

    private static int compare(ConversationState one, ConversationState other) {
        int byQueue = Integer.compare(one.queue, other.queue);
        if (byQueue != 0) {
            return byQueue;
        }
        int byKey = Long.compare(one.orderKey, other.orderKey);
        if (byKey != 0) {
            return byKey;
        }
        int byAge = Long.compare(one.waitingSince(), other.waitingSince());
        return byAge != 0 ? byAge : Long.compare(one.id, other.id);
    }
}
