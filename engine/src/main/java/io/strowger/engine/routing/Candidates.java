package io.strowger.engine.routing;

import io.strowger.engine.event.AgentDrawn;
import io.strowger.engine.internal.Hashes;
import org.jspecify.annotations.Nullable;

/** Finds the best agent for a conversation among those who can take it and are not excluded. */
final class Candidates {
    /** Candidates are counted up to this. */
    static final int MAX_COUNTED = 8;

    /** How often a draw may lead to an agent who can't take the conversation. */
    static final int MAX_DRAWS = 16;

    /** The golden ratio in parts of 2^64: the step of the generator. */
    static final long STEP = 0x9e37_79b9_7f4a_7c15L;

    private static final long COUNT_MASK = 0xffff_ffffL;

    private final Scope scope;
    private long visited;

    Candidates(Scope scope) {
        this.scope = scope;
    }

    /** Conversations and agents looked at so far, each time that one was. */
    long visited() {
        return visited;
    }

    void visit() {
        visited++;
    }

    /** The seat of the agent who is to be asked, or null. May draw, which changes the state. */
    @Nullable
    Seat best(QueueState queue, ConversationState conversation) {
        int open = queue.rows.open(conversation.reach);
        TreeNode first = first(queue, open, conversation);
        if (first == null) {
            return null;
        }
        return (Seat)
                switch (queue.configuration.strategy()) {
                    case FEWEST_TODAY -> fewestToday(queue, open, first, conversation);
                    case RANDOM -> drawn(queue, open, first, conversation);
                    default -> first;
                };
    }

    /** Whether there is an agent who is neither excluded nor asked already. */
    boolean hasAny(QueueState queue, ConversationState conversation) {
        return first(queue, queue.rows.open(conversation.reach), conversation) != null;
    }

    private @Nullable TreeNode first(QueueState queue, int open, ConversationState conversation) {
        long[] mask = conversation.signature().mask;
        TreeNode first = null;
        for (int level = 0; level < open; level++) {
            SignatureTree seats = seats(queue, level, conversation);
            TreeNode node = notExcluded(seats, seats.first(mask), conversation);
            if (node != null && (first == null || node.isBefore(first))) {
                first = node;
            }
        }
        return first;
    }

    /** How many agents could be asked, up to {@link #MAX_COUNTED}. */
    int count(QueueState queue, ConversationState conversation) {
        int open = queue.rows.open(conversation.reach);
        long[] mask = conversation.signature().mask;
        int count = 0;
        for (int level = 0; level < open && count < MAX_COUNTED; level++) {
            SignatureTree seats = seats(queue, level, conversation);
            TreeNode node = notExcluded(seats, seats.first(mask), conversation);
            while (node != null && count < MAX_COUNTED) {
                count++;
                node = notExcluded(seats, seats.next(node, mask), conversation);
            }
        }
        return count;
    }

    static SignatureTree seats(QueueState queue, int level, ConversationState conversation) {
        return queue.rows.seats(level).of(conversation.signature());
    }

    /** Whether an agent is neither excluded nor asked already. */
    static boolean isFree(AgentState agent, ConversationState conversation) {
        return conversation.exclusions.find(agent) == null && !conversation.offers.has(agent);
    }

    private @Nullable TreeNode notExcluded(
            SignatureTree seats, @Nullable TreeNode from, ConversationState conversation) {
        TreeNode node = from;
        while (node != null) {
            visited++;
            if (isFree(((Seat) node).agent, conversation)) {
                return node;
            }
            node = seats.next(node, conversation.signature().mask);
        }
        return null;
    }

    /**
     * Agents stand by the number of their assignments, then by how long they were available: so the best of each number
     * stands first among its equals, and only these are compared.
     */
    private TreeNode fewestToday(QueueState queue, int open, TreeNode first, ConversationState conversation) {
        long[] mask = conversation.signature().mask;
        long tier = first.key0 & ~COUNT_MASK;
        TreeNode best = first;
        for (int level = 0; level < open; level++) {
            SignatureTree seats = seats(queue, level, conversation);
            TreeNode node = notExcluded(seats, seats.firstFrom(tier, mask), conversation);
            while (node != null && node.key0 <= (tier | COUNT_MASK)) {
                if (comesBefore(node, best)) {
                    best = node;
                }
                node = notExcluded(seats, seats.firstFrom(node.key0 + 1, mask), conversation);
            }
        }
        return best;
    }

    private boolean comesBefore(TreeNode one, TreeNode other) {
        int byShare = FairShare.compare(
                one.key0 & COUNT_MASK,
                FairShare.availableMicros(one.key1, scope.now()),
                other.key0 & COUNT_MASK,
                FairShare.availableMicros(other.key1, scope.now()));
        if (byShare != 0) {
            return byShare < 0;
        }
        if (one.key2 != other.key2) {
            return one.key2 < other.key2;
        }
        return one.key3 != other.key3 ? one.key3 < other.key3 : one.key4 < other.key4;
    }

    /** Draws positions in the first tier until one has an agent who can be asked; after too many, the first who can. */
    private TreeNode drawn(QueueState queue, int open, TreeNode first, ConversationState conversation) {
        AgentDrawn event = scope.events.agentDrawn;
        event.conversation = conversation.id;
        event.generator = conversation.organization.generator + STEP;
        scope.emit(conversation.organization, event);
        int size = 0;
        for (int level = 0; level < open; level++) {
            size += size(seats(queue, level, conversation), first.key0);
        }
        for (int draw = 0; draw < MAX_DRAWS; draw++) {
            TreeNode node = at(queue, conversation, first.key0, position(event.generator + draw, size));
            visited++;
            if (node.meets(conversation.signature().mask, queue.rows.waiting(0).words())
                    && isFree(((Seat) node).agent, conversation)) {
                return node;
            }
        }
        return first;
    }

    /** The agent at a position among those of a tier, level by level. */
    private static TreeNode at(QueueState queue, ConversationState conversation, long tier, int position) {
        int left = position;
        int level = 0;
        SignatureTree seats = seats(queue, level, conversation);
        while (left >= size(seats, tier)) {
            left -= size(seats, tier);
            level++;
            seats = seats(queue, level, conversation);
        }
        return seats.at(seats.rank(tier) + left);
    }

    private static int size(SignatureTree seats, long tier) {
        return seats.rank(tier + 1) - seats.rank(tier);
    }

    /** A number below a size, each as probable as the others. */
    private static int position(long draw, int size) {
        return (int) Math.multiplyHigh(Hashes.mix(draw) >>> 1, 2L * size);
    }
}
