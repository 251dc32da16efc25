package io.strowger.engine.routing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The conversations of a batch: the first of a queue for which there is an agent. Empty between two batches. */
final class BatchConversations {
    private final Candidates candidates;
    private final Matching matching;

    /** Those that are paired. */
    private final @Nullable ConversationState[] paired = new ConversationState[BatchMatching.MOST];

    /** Those that were passed over too often. */
    private final @Nullable ConversationState[] overdue = new ConversationState[BatchMatching.MOST];

    /** Those for which there is only somebody who is softly excluded. */
    private final @Nullable ConversationState[] soft = new ConversationState[BatchMatching.MOST];

    private int pairedCount;
    private int overdueCount;
    private int softCount;
    private @Nullable TreeNode[] heads = {};
    private long[][] masks = {};

    BatchConversations(Candidates candidates, Matching matching) {
        this.candidates = candidates;
        this.matching = matching;
    }

    /** Whether there is an agent for a conversation. */
    boolean isPossible(QueueState queue, ConversationState conversation) {
        return candidates.hasAny(queue, conversation) || matching.softly(conversation) != null;
    }

    /** Whether there is an agent for any conversation of a queue. */
    boolean isAnyPossible(QueueState queue) {
        start(queue);
        for (ConversationState next = next(queue); next != null; next = next(queue)) {
            if (isPossible(queue, next)) {
                return true;
            }
        }
        return false;
    }

    void collect(QueueState queue) {
        int maxPassed = queue.configuration.batch().maxPassed();
        int count = 0;
        start(queue);
        for (ConversationState next = next(queue); next != null && count < BatchMatching.MOST; next = next(queue)) {
            candidates.visit();
            if (candidates.hasAny(queue, next)) {
                if (next.passed >= maxPassed) {
                    overdue[overdueCount++] = next;
                } else {
                    paired[pairedCount++] = next;
                }
                count++;
            } else if (matching.softly(next) != null) {
                soft[softCount++] = next;
                count++;
            }
        }
    }

    int size() {
        return pairedCount;
    }

    ConversationState get(int position) {
        return known(paired[position]);
    }

    int overdue() {
        return overdueCount;
    }

    ConversationState overdue(int position) {
        return known(overdue[position]);
    }

    int soft() {
        return softCount;
    }

    ConversationState soft(int position) {
        return known(soft[position]);
    }

    void clear() {
        Arrays.fill(paired, 0, pairedCount, null);
        Arrays.fill(overdue, 0, overdueCount, null);
        Arrays.fill(soft, 0, softCount, null);
        pairedCount = 0;
        overdueCount = 0;
        softCount = 0;
        Arrays.fill(heads, null);
    }

    private static ConversationState known(@Nullable ConversationState conversation) {
        if (conversation == null) {
            throw new IllegalArgumentException("there is no such conversation in the batch");
        }
        return conversation;
    }

    /** Goes to the first conversation of each of the queue's rows for which some agent is at hand. */
    private void start(QueueState queue) {
        QueueRows rows = queue.rows;
        int levels = rows.levels();
        if (heads.length < levels || masks[0].length < rows.words()) {
            heads = new TreeNode[Math.max(levels, heads.length)];
            masks = new long[heads.length][rows.words()];
        }
        Arrays.fill(heads, null);
        for (int reach = 0; reach < levels; reach++) {
            Arrays.fill(masks[reach], 0);
            for (int level = 0; level < rows.open(reach); level++) {
                rows.seats(level).addUnion(masks[reach]);
            }
            heads[reach] = rows.waiting(reach).first(masks[reach]);
        }
    }

    /** Takes the first of the rows' present ones, or null. */
    private @Nullable ConversationState next(QueueState queue) {
        int first = -1;
        TreeNode found = null;
        for (int reach = 0; reach < queue.rows.levels(); reach++) {
            TreeNode head = heads[reach];
            if (head != null && (found == null || head.isBefore(found))) {
                first = reach;
                found = head;
            }
        }
        if (found == null) {
            return null;
        }
        heads[first] = queue.rows.waiting(first).next(found, masks[first]);
        return (ConversationState) found;
    }
}
