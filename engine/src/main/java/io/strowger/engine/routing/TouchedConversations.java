package io.strowger.engine.routing;

import java.util.Arrays;

/** What the events of a command or a timer changed, until promises are looked at. No part of the state. */
final class TouchedConversations {
    private ConversationState[] conversations = new ConversationState[64];
    private int count;

    void add(ConversationState conversation) {
        if (conversation.touched) {
            return;
        }
        conversation.touched = true;
        if (count == conversations.length) {
            conversations = Arrays.copyOf(conversations, 2 * count);
        }
        conversations[count++] = conversation;
    }

    int count() {
        return count;
    }

    /** The conversations by id. */
    ConversationState[] sorted() {
        for (int sorted = 1; sorted < count; sorted++) {
            ConversationState conversation = conversations[sorted];
            int slot = sorted;
            while (slot > 0 && conversations[slot - 1].id > conversation.id) {
                conversations[slot] = conversations[slot - 1];
                slot--;
            }
            conversations[slot] = conversation;
        }
        return conversations;
    }

    void clear() {
        for (int index = 0; index < count; index++) {
            conversations[index].touched = false;
        }
        count = 0;
    }
}
