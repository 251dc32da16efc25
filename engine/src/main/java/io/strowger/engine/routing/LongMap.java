package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Objects by id: open addressing with linear probing, without traces of what was removed. Owned by the deciding thread;
 * allocates only when it grows. The order of its slots is nobody's business: nothing may depend on it.
 */
final class LongMap<V> {
    private static final int INITIAL_SLOTS = 16;

    private long[] keys = new long[INITIAL_SLOTS];
    private @Nullable Object[] values = new Object[INITIAL_SLOTS];
    private int size;

    int size() {
        return size;
    }

    /** The object with that id, or null. */
    @SuppressWarnings("unchecked")
    @Nullable
    V find(long key) {
        int slot = slotOf(key);
        for (Object value = values[slot]; value != null; value = values[slot]) {
            if (keys[slot] == key) {
                return (V) value;
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return null;
    }

    /** Adds an object under an id that is not there. */
    void put(long key, V value) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        insert(key, value);
        size++;
    }

    /** Removes what is under that id, if there is something. */
    void remove(long key) {
        int slot = slotOf(key);
        while (values[slot] != null && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        if (values[slot] != null) {
            closeGap(slot);
            size--;
        }
    }

    /** Hands out all objects, in no particular order. */
    @SuppressWarnings("unchecked")
    void forEach(Consumer<V> visitor) {
        for (Object value : values) {
            if (value != null) {
                visitor.accept((V) value);
            }
        }
    }

    private void insert(long key, Object value) {
        int slot = slotOf(key);
        while (values[slot] != null) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        values[slot] = value;
    }

    private void closeGap(int emptied) {
        int mask = keys.length - 1;
        int gap = emptied;
        int slot = (gap + 1) & mask;
        while (values[slot] != null) {
            int wanted = slotOf(keys[slot]);
            if (((slot - wanted) & mask) >= ((slot - gap) & mask)) {
                keys[gap] = keys[slot];
                values[gap] = values[slot];
                gap = slot;
            }
            slot = (slot + 1) & mask;
        }
        values[gap] = null;
    }

    private void grow() {
        long[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new Object[keys.length];
        for (int slot = 0; slot < oldKeys.length; slot++) {
            Object value = oldValues[slot];
            if (value != null) {
                insert(oldKeys[slot], value);
            }
        }
    }

    private int slotOf(long key) {
        return (int) Hashes.mix(key) & (keys.length - 1);
    }
}
