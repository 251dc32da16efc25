package io.strowger.engine.routing;

/** An agent's place in a queue. It stands among the queue's seats while the agent can take something there. */
final class Seat extends TreeNode {
    final AgentState agent;
    final QueueState queue;

    /** The queue's position in the agent's list: the smaller, the more the agent belongs there. */
    final int tier;

    Seat(AgentState agent, QueueState queue, int tier) {
        this.agent = agent;
        this.queue = queue;
        this.tier = tier;
    }
}
