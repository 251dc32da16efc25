package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;
import org.jspecify.annotations.Nullable;

/** The conversations with live promises, in the order in which the first of these began. */
final class PromisedConversations {
    private @Nullable ConversationState first;
    private @Nullable ConversationState last;
    private int size;

    int size() {
        return size;
    }

    @Nullable
    ConversationState first() {
        return first;
    }

    /** Adds a conversation at the end, unless it is there. */
    void add(ConversationState conversation) {
        SlaState sla = conversation.sla();
        if (sla.listed) {
            return;
        }
        ConversationState tail = last;
        sla.listed = true;
        sla.before = tail;
        sla.behind = null;
        if (tail == null) {
            first = conversation;
        } else {
            tail.sla().behind = conversation;
        }
        last = conversation;
        size++;
    }

    /** Takes a conversation out, if it is there. */
    void remove(ConversationState conversation) {
        SlaState sla = conversation.sla();
        if (!sla.listed) {
            return;
        }
        ConversationState before = sla.before;
        ConversationState behind = sla.behind;
        if (before == null) {
            first = behind;
        } else {
            before.sla().behind = behind;
        }
        if (behind == null) {
            last = before;
        } else {
            behind.sla().before = before;
        }
        sla.before = null;
        sla.behind = null;
        sla.listed = false;
        size--;
    }

    /** A hash of the ids in their order. */
    long orderHash() {
        long hash = size;
        ConversationState each = first;
        while (each != null) {
            hash = Hashes.combine(hash, each.id);
            each = each.sla().behind;
        }
        return hash;
    }
}
