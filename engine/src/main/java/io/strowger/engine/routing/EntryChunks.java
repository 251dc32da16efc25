package io.strowger.engine.routing;

import java.util.Arrays;

/**
 * Memory for the entries of an {@link IdempotencyTable}: chunks of equal size, allocated when needed and used again. An
 * address counts units of eight bytes over all chunks, so that 32 bits reach 32 GiB.
 */
final class EntryChunks {
    /** The address of no entry. */
    static final long NOWHERE = -1;

    static final int CHUNK_BYTES = 256 << 10;

    /** Sizes and addresses are multiples of this. */
    static final int UNIT_BYTES = 8;

    private static final int UNITS_PER_CHUNK = CHUNK_BYTES / UNIT_BYTES;
    private static final int INITIAL_CHUNKS = 16;

    private byte[][] chunks = new byte[INITIAL_CHUNKS][];
    private int[] free = new int[INITIAL_CHUNKS];
    private int allocated;
    private int freeCount;

    /** The number of a chunk that is free; its content is undefined. */
    int take() {
        if (freeCount > 0) {
            return free[--freeCount];
        }
        if (allocated == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * allocated);
            free = Arrays.copyOf(free, 2 * allocated);
        }
        chunks[allocated] = new byte[CHUNK_BYTES];
        return allocated++;
    }

    void giveBack(int chunk) {
        free[freeCount++] = chunk;
    }

    long address(int chunk, int offset) {
        return (long) chunk * UNITS_PER_CHUNK + offset / UNIT_BYTES;
    }

    /** The chunk's bytes, in which the entry begins at {@link #offset}. */
    byte[] array(long address) {
        return chunks[(int) (address / UNITS_PER_CHUNK)];
    }

    int offset(long address) {
        return (int) (address % UNITS_PER_CHUNK) * UNIT_BYTES;
    }
}
