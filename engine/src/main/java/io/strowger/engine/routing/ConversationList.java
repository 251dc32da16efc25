package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;
import org.jspecify.annotations.Nullable;

/** A row of conversations, linked through themselves; a conversation is in one row at most. */
final class ConversationList {
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

    @Nullable
    ConversationState last() {
        return last;
    }

    void append(ConversationState conversation) {
        ConversationState tail = last;
        conversation.before = tail;
        conversation.behind = null;
        if (tail == null) {
            first = conversation;
        } else {
            tail.behind = conversation;
        }
        last = conversation;
        size++;
    }

    void remove(ConversationState conversation) {
        ConversationState before = conversation.before;
        ConversationState behind = conversation.behind;
        if (before == null) {
            first = behind;
        } else {
            before.behind = behind;
        }
        if (behind == null) {
            last = before;
        } else {
            behind.before = before;
        }
        conversation.before = null;
        conversation.behind = null;
        size--;
    }

    /** A hash of the ids in their order. */
    long orderHash() {
        long hash = size;
        for (ConversationState conversation = first; conversation != null; conversation = conversation.behind) {
            hash = Hashes.combine(hash, conversation.id);
        }
        return hash;
    }
}
