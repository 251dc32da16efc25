package io.strowger.engine.pipeline;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of large buffers for commands that outgrow their slot. Any thread takes and gives; nobody waits: an empty
 * pool is a full ring. Buffers are made on first use.
 */
final class BufferPool {
    private static final byte[] NOT_MADE = {};

    private final AtomicReferenceArray<byte @Nullable []> buffers;
    private final int bufferBytes;

    BufferPool(int count, int bufferBytes) {
        this.buffers = new AtomicReferenceArray<>(count);
        this.bufferBytes = bufferBytes;
        for (int index = 0; index < count; index++) {
            buffers.set(index, NOT_MADE);
        }
    }

    int bufferBytes() {
        return bufferBytes;
    }

    /** A buffer, or null when all are in use. */
    byte @Nullable [] take() {
        for (int index = 0; index < buffers.length(); index++) {
            if (buffers.getPlain(index) != null) {
                byte[] buffer = buffers.getAndSet(index, null);
                if (buffer != null) {
                    return buffer == NOT_MADE ? new byte[bufferBytes] : buffer;
                }
            }
        }
        return null;
    }

    /** Takes a buffer back; an array of another size was not the pool's and is dropped. */
    void give(byte[] buffer) {
        if (buffer.length != bufferBytes) {
            return;
        }
        for (int index = 0; index < buffers.length(); index++) {
            if (buffers.getPlain(index) == null && buffers.compareAndSet(index, null, buffer)) {
                return;
            }
        }
    }
}
