package io.strowger.engine.routing;

import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.explain.Candidate;
import io.strowger.engine.explain.DecidedBy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who could be asked for a conversation at this moment, the first ones in their order, and what puts one before the next:
 * read off the same rows of seats that {@link Candidates} searches. Cold.
 */
final class Ranking {
    /** So many are listed. */
    static final int LISTED = 8;

    private final ConversationState conversation;
    private final List<Seat> seats = new ArrayList<>();
    private final boolean more;

    /** Takes the ranking of the state as it is. */
    Ranking(ConversationState conversation) {
        this.conversation = conversation;
        QueueState queue = conversation.organization.queues[conversation.queue];
        int open = queue.rows.open(conversation.reach);
        @Nullable TreeNode[] heads = new TreeNode[open];
        for (int level = 0; level < open; level++) {
            SignatureTree row = row(queue, level);
            heads[level] = row == null ? null : free(row, row.first(mask()));
        }
        int first = first(heads);
        while (first >= 0 && seats.size() < LISTED) {
            TreeNode node = heads[first];
            seats.add((Seat) node);
            SignatureTree row = row(queue, first);
            heads[first] = row == null ? null : free(row, row.next(node, mask()));
            first = first(heads);
        }
        more = first >= 0;
    }

    /** Whether there are more than those listed. */
    boolean hasMore() {
        return more;
    }

    List<Candidate> candidates(long now) {
        List<Candidate> candidates = new ArrayList<>();
        for (Seat seat : seats) {
            candidates.add(candidate(seat.agent, conversation, now));
        }
        return candidates;
    }

    private static Candidate candidate(AgentState agent, ConversationState conversation, long now) {
        Membership membership = agent.membership(conversation.queue);
        return new Candidate(
                agent.configuration.id(),
                membership.tier,
                membership.strategyKey(conversation.signature(), now),
                agent.idleSince,
                agent.lastOfferedAt,
                agent.used,
                agent.configuration.capacity());
    }

    /** What the choice of an agent hung on. */
    DecidedBy decidedBy(AgentState chosen) {
        if (conversation.state == RouteState.ASSIGNED) {
            return DecidedBy.CHOSEN;
        }
        if (conversation.preferredAgent != DomainEvent.NOBODY) {
            return conversation.preferredAgent == chosen.index ? DecidedBy.PREFERENCE : DecidedBy.CHOSEN;
        }
        Seat winner = null;
        Seat next = null;
        for (Seat seat : seats) {
            if (seat.agent == chosen) {
                winner = seat;
            } else if (next == null) {
                next = seat;
            }
        }
        Strategy strategy = conversation.organization.queues[conversation.queue].configuration.strategy();
        if (strategy == Strategy.RANDOM && next != null) {
            return DecidedBy.DRAW;
        }
        if (winner == null) {
            return DecidedBy.CHOSEN;
        }
        return next == null ? DecidedBy.ONLY_ONE : difference(winner, next);
    }

    private static DecidedBy difference(Seat winner, Seat next) {
        if (winner.key0 >> Integer.SIZE != next.key0 >> Integer.SIZE) {
            return DecidedBy.TIER;
        }
        if (winner.key0 != next.key0 || winner.key1 != next.key1) {
            return DecidedBy.STRATEGY;
        }
        if (winner.key2 != next.key2) {
            return DecidedBy.IDLE;
        }
        return winner.key3 != next.key3 ? DecidedBy.LAST_OFFERED : DecidedBy.AGENT_NUMBER;
    }

    /** The row of a level; null when there is none, because no conversation like this one waits. */
    private @Nullable SignatureTree row(QueueState queue, int level) {
        SeatLanes lanes = queue.rows.seats(level);
        int lane = lanes.laneOf(conversation.signature());
        return lanes.has(lane) ? lanes.lane(lane) : null;
    }

    private long[] mask() {
        return conversation.signature().mask;
    }

    private @Nullable TreeNode free(SignatureTree row, @Nullable TreeNode from) {
        TreeNode node = from;
        while (node != null) {
            AgentState agent = ((Seat) node).agent;
            if (conversation.exclusions.find(agent) == null && !conversation.offers.has(agent)) {
                return node;
            }
            node = row.next(node, mask());
        }
        return null;
    }

    private static int first(@Nullable TreeNode[] heads) {
        int first = -1;
        for (int level = 0; level < heads.length; level++) {
            TreeNode head = heads[level];
            if (head != null && (first < 0 || head.isBefore(heads[first]))) {
                first = level;
            }
        }
        return first;
    }
}
