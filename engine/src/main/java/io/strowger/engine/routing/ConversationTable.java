package io.strowger.engine.routing;

import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * An organization's conversations by channel and the source's id: that of the conversation itself, or that of the contact
 * among those that are open. Several open ones of a contact hang behind the newest. Allocates only when it grows.
 */
final class ConversationTable {
    private static final int INITIAL_SLOTS = 16;

    private final boolean byContact;
    private @Nullable ConversationState[] slots = new ConversationState[INITIAL_SLOTS];
    private int size;

    private ConversationTable(boolean byContact) {
        this.byContact = byContact;
    }

    static ConversationTable byKey() {
        return new ConversationTable(false);
    }

    static ConversationTable byContact() {
        return new ConversationTable(true);
    }

    /** The conversation with that id on a channel, or the newest one of that contact; null for none. */
    @Nullable
    ConversationState find(int channel, Bytes name) {
        return slots[slotOf(hash(channel, name), channel, name)];
    }

    void add(ConversationState conversation) {
        Bytes name = name(conversation).content();
        long hash = hash(conversation.channel, name);
        if (byContact) {
            conversation.contactHash = hash;
        } else {
            conversation.keyHash = hash;
        }
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        int slot = slotOf(hash, conversation.channel, name);
        ConversationState newest = slots[slot];
        if (newest == null) {
            slots[slot] = conversation;
            size++;
        } else if (newest.id < conversation.id) {
            conversation.olderOfContact = newest;
            slots[slot] = conversation;
        } else {
            hangBehind(newest, conversation);
        }
    }

    void remove(ConversationState conversation) {
        int slot = slotOf(
                hash(conversation), conversation.channel, name(conversation).content());
        ConversationState newest = slots[slot];
        if (newest == null) {
            return;
        }
        if (newest != conversation) {
            unhang(newest, conversation);
        } else if (conversation.olderOfContact != null && byContact) {
            slots[slot] = conversation.olderOfContact;
        } else {
            closeGap(slot);
            size--;
        }
        if (byContact) {
            conversation.olderOfContact = null;
        }
    }

    private static void hangBehind(ConversationState newest, ConversationState conversation) {
        ConversationState newer = newest;
        ConversationState older = newer.olderOfContact;
        while (older != null && older.id > conversation.id) {
            newer = older;
            older = newer.olderOfContact;
        }
        conversation.olderOfContact = older;
        newer.olderOfContact = conversation;
    }

    private static void unhang(ConversationState newest, ConversationState conversation) {
        ConversationState newer = newest;
        while (newer.olderOfContact != null && newer.olderOfContact != conversation) {
            newer = newer.olderOfContact;
        }
        if (newer.olderOfContact != null) {
            newer.olderOfContact = conversation.olderOfContact;
        }
    }

    /** The slot of an entry, or the empty one where it belongs. */
    private int slotOf(long hash, int channel, Bytes name) {
        int slot = (int) hash & (slots.length - 1);
        for (ConversationState entry = slots[slot]; entry != null; entry = slots[slot]) {
            if (hash(entry) == hash
                    && entry.channel == channel
                    && name(entry).content().contentEquals(name)) {
                return slot;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void closeGap(int emptied) {
        int mask = slots.length - 1;
        int gap = emptied;
        int slot = (gap + 1) & mask;
        for (ConversationState entry = slots[slot]; entry != null; entry = slots[slot]) {
            int wanted = (int) hash(entry) & mask;
            if (((slot - wanted) & mask) >= ((slot - gap) & mask)) {
                slots[gap] = entry;
                gap = slot;
            }
            slot = (slot + 1) & mask;
        }
        slots[gap] = null;
    }

    private void grow() {
        @Nullable ConversationState[] old = slots;
        slots = new ConversationState[2 * old.length];
        for (ConversationState entry : old) {
            if (entry != null) {
                int slot = (int) hash(entry) & (slots.length - 1);
                while (slots[slot] != null) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = entry;
            }
        }
    }

    private KeyBytes name(ConversationState conversation) {
        return byContact ? conversation.contact : conversation.key;
    }

    private long hash(ConversationState conversation) {
        return byContact ? conversation.contactHash : conversation.keyHash;
    }

    private static long hash(int channel, Bytes name) {
        return Hashes.combine(name.contentHash(), channel);
    }
}
