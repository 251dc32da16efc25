package io.strowger.engine.rules;

import io.strowger.engine.internal.Hashes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The terms of the combinations of queue and matching rules that were met so far. When it is full it starts over, so that odd rule sets cost time, not memory. */
final class TermsCache {
    private static final int SLOTS = 4096;
    private static final int MAX_ENTRIES = SLOTS / 2;

    private final @Nullable Entry[] slots = new Entry[SLOTS];
    private int size;

    /** The terms of a combination, or null when it is new. */
    @Nullable
    Terms find(int queue, long[] matched) {
        int slot = firstSlot(queue, matched);
        for (Entry entry = slots[slot]; entry != null; entry = slots[slot]) {
            if (entry.queue == queue && Arrays.equals(entry.matched, matched)) {
                return entry.terms;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return null;
    }

    /** Remembers the terms of a new combination and returns them. */
    Terms add(int queue, long[] matched, Terms terms) {
        if (size == MAX_ENTRIES) {
            Arrays.fill(slots, null);
            size = 0;
        }
        int slot = firstSlot(queue, matched);
        while (slots[slot] != null) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        slots[slot] = new Entry(queue, matched.clone(), terms);
        size++;
        return terms;
    }

    private static int firstSlot(int queue, long[] matched) {
        long hash = queue;
        for (long word : matched) {
            hash = Hashes.combine(hash, word);
        }
        return (int) Hashes.mix(hash) & (SLOTS - 1);
    }

    private static final class Entry {
        private final int queue;
        private final long[] matched;
        private final Terms terms;

        private Entry(int queue, long[] matched, Terms terms) {
            this.queue = queue;
            this.matched = matched;
            this.terms = terms;
        }
    }
}
