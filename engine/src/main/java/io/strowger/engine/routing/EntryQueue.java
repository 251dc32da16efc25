package io.strowger.engine.routing;

import io.strowger.engine.internal.LittleEndian;
import java.util.Arrays;

/**
 * Entries in the order they were added, each within one chunk. An entry begins with its size in bytes; a size of 0 says that
 * the rest of the chunk is unused.
 */
final class EntryQueue {
    private static final int INITIAL_CHUNKS = 16;

    private final EntryChunks memory;
    private int[] ring = new int[INITIAL_CHUNKS];
    private int firstChunk;
    private int chunkCount;
    private int readOffset;
    private int writeOffset;
    private long entries;

    EntryQueue(EntryChunks memory) {
        this.memory = memory;
    }

    boolean isEmpty() {
        return entries == 0;
    }

    /** The address of the oldest entry. */
    long first() {
        return memory.address(chunk(0), readOffset);
    }

    /** Makes room for an entry of that size, which is a multiple of the unit, and returns its address. */
    long add(int bytes) {
        if (chunkCount == 0 || bytes > EntryChunks.CHUNK_BYTES - writeOffset) {
            startChunk();
        }
        long address = memory.address(chunk(chunkCount - 1), writeOffset);
        LittleEndian.putInt(memory.array(address), writeOffset, bytes);
        writeOffset += bytes;
        entries++;
        return address;
    }

    void removeFirst() {
        readOffset += sizeAt(0, readOffset);
        entries--;
        if (entries == 0) {
            while (chunkCount > 0) {
                dropFirstChunk();
            }
        } else if (endsAt(0, readOffset)) {
            dropFirstChunk();
            readOffset = 0;
        }
    }

    Cursor cursor() {
        return new Cursor();
    }

    private void startChunk() {
        if (chunkCount > 0 && writeOffset < EntryChunks.CHUNK_BYTES) {
            long end = memory.address(chunk(chunkCount - 1), writeOffset);
            LittleEndian.putInt(memory.array(end), writeOffset, 0);
        }
        if (chunkCount == ring.length) {
            int[] larger = Arrays.copyOfRange(ring, firstChunk, firstChunk + 2 * chunkCount);
            System.arraycopy(ring, 0, larger, chunkCount - firstChunk, firstChunk);
            ring = larger;
            firstChunk = 0;
        }
        if (chunkCount == 0) {
            readOffset = 0;
        }
        ring[(firstChunk + chunkCount) % ring.length] = memory.take();
        chunkCount++;
        writeOffset = 0;
    }

    private void dropFirstChunk() {
        memory.giveBack(chunk(0));
        firstChunk = (firstChunk + 1) % ring.length;
        chunkCount--;
    }

    private int chunk(int index) {
        return ring[(firstChunk + index) % ring.length];
    }

    private int sizeAt(int index, int offset) {
        return LittleEndian.intAt(memory.array(memory.address(chunk(index), 0)), offset);
    }

    private boolean endsAt(int index, int offset) {
        return offset == EntryChunks.CHUNK_BYTES || sizeAt(index, offset) == 0;
    }

    /** Walks from the oldest entry to the newest, while nothing is added or removed. */
    final class Cursor {
        private int index;
        private int offset = readOffset;
        private long left = entries;

        private Cursor() {}

        /** The entry it stands at, {@link EntryChunks#NOWHERE} after the last. */
        long address() {
            return left == 0 ? EntryChunks.NOWHERE : memory.address(chunk(index), offset);
        }

        void advance() {
            offset += sizeAt(index, offset);
            left--;
            if (left > 0 && endsAt(index, offset)) {
                index++;
                offset = 0;
            }
        }
    }
}
