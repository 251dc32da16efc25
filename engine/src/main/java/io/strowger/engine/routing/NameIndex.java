package io.strowger.engine.routing;

import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.internal.Bytes;

/** The numbers of names that come as bytes. Immutable; looking up allocates nothing. */
final class NameIndex {
    static final NameIndex EMPTY = new NameIndex(NameTable.EMPTY);

    private final NameTable names;
    private final Bytes[] keys;
    private final int[] slots;

    NameIndex(NameTable names) {
        this.names = names;
        keys = new Bytes[names.size()];
        slots = new int[Math.max(4, Integer.highestOneBit(Math.max(1, keys.length)) * 4)];
        for (int number = 0; number < keys.length; number++) {
            keys[number] = Bytes.of(names.name(number));
            int slot = slotOf(keys[number]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number + 1;
        }
    }

    /** The index of grown names; this one when they are the same. */
    NameIndex over(NameTable grown) {
        return grown == names ? this : new NameIndex(grown);
    }

    /** The number of a name, or {@link DomainEvent#NOBODY}. */
    int find(Bytes name) {
        int slot = slotOf(name);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (keys[number].contentEquals(name)) {
                return number;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return DomainEvent.NOBODY;
    }

    private int slotOf(Bytes name) {
        return (int) name.contentHash() & (slots.length - 1);
    }
}
