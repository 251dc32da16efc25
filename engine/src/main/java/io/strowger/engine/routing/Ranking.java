package io.strowger.engine.routing;

import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.explain.Candidate;
import io.strowger.engine.explain.DecidedBy;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final long now;
    private final List<Seat> seats = new ArrayList<>();
    private final boolean more;

    /** Takes the ranking of the state as it is. */
    Ranking(ConversationState conversation, long now) {
        this.conversation = conversation;
        this.now = now;
        QueueState queue = conversation.organization.queues[conversation.queue];
        int open = queue.rows.open(conversation.reach);
        @Nullable TreeNode[] heads = new TreeNode[open];
        for (int level = 0; level < open; level++) {
            SignatureTree row = row(queue, level);
            heads[level] = row == null ? null : free(row, row.first(mask()));
        }
        int first = first(heads);
        // Shares change with time, so that the row is not quite their order: all have to be compared.
        int most = isByShare() ? Integer.MAX_VALUE : LISTED;
        while (first >= 0 && seats.size() < most) {
            TreeNode node = heads[first];
            seats.add((Seat) node);
            SignatureTree row = row(queue, first);
            heads[first] = row == null ? null : free(row, row.next(node, mask()));
            first = first(heads);
        }
        if (isByShare()) {
            seats.sort(Comparator.<Seat>comparingLong(seat -> seat.key0 >> Integer.SIZE)
                    .thenComparing(this::compareShares)
                    .thenComparingLong(seat -> seat.key2)
                    .thenComparingLong(seat -> seat.key3)
                    .thenComparingLong(seat -> seat.key4));
        }
        more = first >= 0 || seats.size() > LISTED;
        if (seats.size() > LISTED) {
            seats.subList(LISTED, seats.size()).clear();
        }
    }

    private boolean isByShare() {
        return conversation.organization.queues[conversation.queue].configuration.strategy() == Strategy.FEWEST_TODAY;
    }

    private int compareShares(Seat one, Seat other) {
        return FairShare.compare(
                one.agent.share.assignments,
                FairShare.availableMicros(one.key1, now),
                other.agent.share.assignments,
                FairShare.availableMicros(other.key1, now));
    }

    /** Whether there are more than those listed. */
    boolean hasMore() {
        return more;
    }

    List<Candidate> candidates() {
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

    private DecidedBy difference(Seat winner, Seat next) {
        if (winner.key0 >> Integer.SIZE != next.key0 >> Integer.SIZE) {
            return DecidedBy.TIER;
        }
        boolean isEqual =
                isByShare() ? compareShares(winner, next) == 0 : winner.key0 == next.key0 && winner.key1 == next.key1;
        if (!isEqual) {
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
