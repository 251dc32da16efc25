package io.strowger.engine.routing;

/** Adds and ends exclusions, with their timers. Called while events are applied. */
final class Exclusions {
    private final RouterState state;

    Exclusions(RouterState state) {
        this.state = state;
    }

    /**
     * Excludes an agent from a conversation.
     *
     * @param softenedAt when the exclusion softens, before {@code until}; 0 for never
     */
    void add(ConversationState conversation, AgentState agent, long until, long softenedAt) {
        Exclusion earlier = conversation.exclusions.find(agent);
        if (earlier != null) {
            end(earlier, conversation, agent);
        }
        Exclusion exclusion = conversation.organization.takeExclusion();
        exclusion.conversation = conversation;
        exclusion.agent = agent;
        exclusion.until = until;
        exclusion.softenedAt = softenedAt;
        exclusion.soft = false;
        exclusion.timer = arm(conversation, agent, softenedAt != 0 ? softenedAt : until);
        conversation.exclusions.append(exclusion);
        agent.exclusions.append(exclusion);
    }

    /** Lets an excluded agent be asked again if nobody else is left. */
    void soften(ConversationState conversation, AgentState agent) {
        Exclusion exclusion = conversation.exclusions.find(agent);
        if (exclusion != null) {
            exclusion.soft = true;
            state.wheel.cancel(exclusion.timer);
            exclusion.timer = arm(conversation, agent, exclusion.until);
            state.work.add(conversation);
        }
    }

    /** Ends an agent's exclusion from a conversation. */
    void end(ConversationState conversation, AgentState agent) {
        Exclusion exclusion = conversation.exclusions.find(agent);
        if (exclusion != null) {
            end(exclusion, conversation, agent);
            state.work.add(conversation);
        }
    }

    /** Ends all exclusions from a conversation. */
    void clear(ConversationState conversation) {
        Exclusion exclusion = conversation.exclusions.first();
        while (exclusion != null) {
            AgentState agent = exclusion.agent;
            if (agent != null) {
                end(exclusion, conversation, agent);
            }
            exclusion = conversation.exclusions.first();
        }
    }

    /** Ends all exclusions of an agent. */
    void clear(AgentState agent) {
        Exclusion exclusion = agent.exclusions.first();
        while (exclusion != null) {
            ConversationState conversation = exclusion.conversation;
            if (conversation != null) {
                end(exclusion, conversation, agent);
            }
            exclusion = agent.exclusions.first();
        }
    }

    private void end(Exclusion exclusion, ConversationState conversation, AgentState agent) {
        state.wheel.cancel(exclusion.timer);
        conversation.exclusions.remove(exclusion);
        agent.exclusions.remove(exclusion);
        conversation.organization.giveBack(exclusion);
    }

    private long arm(ConversationState conversation, AgentState agent, long dueAt) {
        return state.wheel.arm(
                TimerKind.EXCLUSION, conversation.id, TimerKind.sub(conversation.organization, agent.index), dueAt);
    }
}
