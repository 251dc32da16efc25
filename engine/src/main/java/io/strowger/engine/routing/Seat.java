package io.strowger.engine.routing;

import io.strowger.engine.configuration.Strategy;

/** An agent's place in one of a queue's {@link SeatLanes}. It stands there while the agent can take something of that row. */
final class Seat extends TreeNode {
    final AgentState agent;

    private final Membership membership;
    private final int lane;

    /** In the row of a signature: how well the agent fits. */
    private final long score;

    Seat(Membership membership, int lane, long score) {
        this.membership = membership;
        this.agent = membership.agent;
        this.lane = lane;
        this.score = score;
    }

    QueueState queue() {
        return membership.queue;
    }

    /** What every seat that comes before another tier's has in common. */
    static long firstKey(int tier) {
        return (long) tier << Integer.SIZE;
    }

    /** Puts it where it belongs now. */
    void refresh(boolean changed) {
        boolean random = membership.strategy == Strategy.RANDOM;
        long first = firstKey(membership.tier)
                + (membership.strategy == Strategy.FEWEST_TODAY ? agent.share.assignments : 0);
        long second = membership.strategy == Strategy.BEST_SCORE ? -score : membership.key(lane);
        long third = random ? 0 : agent.idleSince;
        long fourth = random ? 0 : agent.lastOfferedAt;
        boolean stands = membership.strategy == Strategy.BEST_SCORE ? agent.canTake(lane) : agent.takesAny;
        SignatureTree row = tree;
        if (row != null) {
            if (stands && key0 == first && key1 == second && key2 == third && key3 == fourth) {
                if (changed) {
                    row.bitsChanged(this);
                }
                return;
            }
            row.remove(this);
        }
        if (stands) {
            key0 = first;
            key1 = second;
            key2 = third;
            key3 = fourth;
            key4 = agent.index;
            bits = agent.takes;
            membership.lanes().lane(lane).insert(this);
        }
    }
}
