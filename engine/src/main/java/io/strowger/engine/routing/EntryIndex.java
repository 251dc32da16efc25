package io.strowger.engine.routing;

import io.strowger.engine.internal.Bytes;

/**
 * Finds the entries of an {@link IdempotencyTable} by key. Open addressing with linear probing, split by the hash's upper
 * half into many small tables that grow one by one: no message ever waits for millions of ids to move. A slot holds 32 bits
 * of the hash above the address plus one; removing closes the gap, so no slot is wasted on what is gone.
 */
final class EntryIndex {
    /** With that many bytes of entries a table has about 4,096, well away from where it would grow again. */
    private static final int ENTRY_BYTES_PER_TABLE = 512 << 10;

    private static final int INITIAL_SLOTS = 8;
    private static final long ADDRESS_MASK = 0xffff_ffffL;

    private final EntryChunks chunks;
    private final IdempotencyEntry entry = new IdempotencyEntry();
    private final long[][] tables;
    private final int[] counts;

    /** @param limitBytes what all entries may take */
    EntryIndex(EntryChunks chunks, long limitBytes) {
        this.chunks = chunks;
        int tableCount = (int) Long.highestOneBit(Math.max(1, limitBytes / ENTRY_BYTES_PER_TABLE));
        tables = new long[tableCount][INITIAL_SLOTS];
        counts = new int[tableCount];
    }

    /** The address of the entry with that key, or {@link EntryChunks#NOWHERE}. */
    long find(long hash, int organization, int channel, Bytes externalId) {
        long[] table = tables[tableOf(hash)];
        int mask = table.length - 1;
        for (int at = (int) hash & mask; table[at] != 0; at = (at + 1) & mask) {
            if (hashBits(table[at]) == (int) hash
                    && entry.at(chunks, address(table[at])).hasKey(organization, channel, externalId)) {
                return address(table[at]);
            }
        }
        return EntryChunks.NOWHERE;
    }

    /** Adds an entry whose key is not in the index. */
    void add(long hash, long address) {
        int number = tableOf(hash);
        if (4 * (counts[number] + 1) > 3 * tables[number].length) {
            grow(number);
        }
        counts[number]++;
        insert(tables[number], hash << Integer.SIZE | (address + 1));
    }

    /** Removes an entry that is in the index. */
    void remove(long hash, long address) {
        int number = tableOf(hash);
        long[] table = tables[number];
        int mask = table.length - 1;
        long slot = hash << Integer.SIZE | (address + 1);
        int gap = (int) hash & mask;
        while (table[gap] != slot) {
            gap = (gap + 1) & mask;
        }
        // Whoever stands behind the gap and would have liked to stand at it or before it moves up.
        for (int at = (gap + 1) & mask; table[at] != 0; at = (at + 1) & mask) {
            int home = hashBits(table[at]) & mask;
            if (((at - home) & mask) >= ((at - gap) & mask)) {
                table[gap] = table[at];
                gap = at;
            }
        }
        table[gap] = 0;
        counts[number]--;
    }

    private void grow(int number) {
        long[] table = tables[number];
        long[] larger = new long[2 * table.length];
        for (long slot : table) {
            if (slot != 0) {
                insert(larger, slot);
            }
        }
        tables[number] = larger;
    }

    private static void insert(long[] table, long slot) {
        int mask = table.length - 1;
        int at = hashBits(slot) & mask;
        while (table[at] != 0) {
            at = (at + 1) & mask;
        }
        table[at] = slot;
    }

    private int tableOf(long hash) {
        return (int) (hash >>> Integer.SIZE) & (tables.length - 1);
    }

    private static int hashBits(long slot) {
        return (int) (slot >>> Integer.SIZE);
    }

    private static long address(long slot) {
        return (slot & ADDRESS_MASK) - 1;
    }
}
