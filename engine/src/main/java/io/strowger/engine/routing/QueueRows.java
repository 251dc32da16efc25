package io.strowger.engine.routing;

import io.strowger.engine.configuration.QueueConfiguration;
import java.util.Arrays;

/**
 * A queue's indexes: waiting conversations by how many of the queue's delays they have waited, agents by their delay.
 * A conversation may go to agents of its own level and those below, an agent may have conversations of the own level and
 * those above. Without delays there is one level. Rebuilt with each configuration.
 */
final class QueueRows {
    private final long[] delays;
    private final boolean skipsDelays;
    private final boolean pulled;
    private final SignatureTree[] waiting;
    private final SeatLanes[] seats;
    private final int[] loggedIn;
    final Staffing staffing = new Staffing();
    private int staffed;
    private final int words;
    private int ready;

    /** Whether delays are skipped that were not before the agent logged out who is being looked at: see {@link Reviews}. */
    boolean opened;

    /**
     * Empty rows.
     *
     * @param delays ascending, none of them 0
     * @param words 64-bit words of the bit sets
     */
    QueueRows(QueueConfiguration configuration, long[] delays, int words) {
        this.delays = delays;
        this.words = words;
        this.skipsDelays = configuration.matching().skipsDelays();
        this.pulled = configuration.offering().pull();
        int levels = delays.length + 1;
        waiting = new SignatureTree[levels];
        seats = new SeatLanes[levels];
        loggedIn = new int[levels];
        for (int level = 0; level < levels; level++) {
            waiting[level] = new SignatureTree(words, true);
            seats[level] = new SeatLanes(configuration.strategy(), words);
        }
    }

    /** 64-bit words of the bit sets. */
    int words() {
        return words;
    }

    int levels() {
        return seats.length;
    }

    /** The level of agents with a delay. */
    int level(long delayNanos) {
        return delayNanos == 0 ? 0 : Arrays.binarySearch(delays, delayNanos) + 1;
    }

    /** Conversations that look for an agent and have waited that many delays. */
    SignatureTree waiting(int reach) {
        return waiting[reach];
    }

    /** Agents of a level who can take something. */
    SeatLanes seats(int level) {
        return seats[level];
    }

    /** Whether agents pick conversations rather than being asked. */
    boolean isPulled() {
        return pulled;
    }

    /** Whether any conversation looks for an agent. */
    boolean isWaitedIn() {
        if (pulled) {
            return false;
        }
        for (SignatureTree row : waiting) {
            if (row.size() > 0) {
                return true;
            }
        }
        return false;
    }

    /** How many that look for an agent, and prefer none, come before a conversation. */
    int before(ConversationState conversation) {
        int before = 0;
        for (SignatureTree row : waiting) {
            before += row.rank(conversation.orderKey, conversation.waitingSince(), conversation.id);
        }
        return before;
    }

    /** How many look for an agent and prefer none, with that conversation, whether it does or not. */
    int looking(ConversationState conversation) {
        int looking = 0;
        boolean isAmong = false;
        for (SignatureTree row : waiting) {
            looking += row.size();
            isAmong |= conversation.tree == row;
        }
        return isAmong ? looking : looking + 1;
    }

    /** Notes that one agent more, or less, gets offers, room aside. */
    void staff(int difference) {
        staffed += difference;
    }

    /** Agents of the queue who get offers, room aside. */
    int staffed() {
        return staffed;
    }

    /** How many conversations look for an agent, those aside that prefer one. */
    int looking() {
        int looking = 0;
        for (SignatureTree row : waiting) {
            looking += row.size();
        }
        return looking;
    }

    /** How many agents can take something. */
    int ready() {
        return ready;
    }

    /** Notes that an agent can take something, or can no longer. */
    void countReady(int difference) {
        ready += difference;
    }

    /** How many levels are open to a conversation that has waited that many delays. */
    int open(int reach) {
        return Math.max(reach, skipped()) + 1;
    }

    /** From which number of delays on conversations are open to an agent of a level. */
    int least(int level) {
        return level <= skipped() ? 0 : level;
    }

    /** Notes that an agent of a level logged in or out; returns whether delays are skipped now that were not before. */
    boolean count(int level, int difference) {
        int before = skipped();
        loggedIn[level] += difference;
        staffing.changed();
        opened = skipped() > before;
        return opened;
    }

    /** The highest level whose delay does not count, because nobody below it is logged in. */
    private int skipped() {
        int level = 0;
        if (skipsDelays) {
            while (level < loggedIn.length - 1 && loggedIn[level] == 0) {
                level++;
            }
        }
        return level;
    }
}
