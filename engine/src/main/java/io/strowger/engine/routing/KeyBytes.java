package io.strowger.engine.routing;

import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.Hashes;

/** Bytes that a pooled object keeps: copied in, and overwritten by the next owner's. Allocates only when a longer content comes than ever before. */
final class KeyBytes {
    private static final int INITIAL_BYTES = 32;

    private final Bytes content = new Bytes();
    private byte[] array = new byte[INITIAL_BYTES];

    KeyBytes() {
        clear();
    }

    void copyFrom(Bytes source) {
        int length = source.length();
        if (length > array.length) {
            array = new byte[Math.max(length, 2 * array.length)];
        }
        System.arraycopy(source.array(), source.offset(), array, 0, length);
        content.set(array, 0, length);
    }

    void clear() {
        content.set(array, 0, 0);
    }

    boolean isEmpty() {
        return content.isEmpty();
    }

    /** The content; valid until the next change. */
    Bytes content() {
        return content;
    }

    long hash() {
        return Hashes.ofBytes(array, 0, content.length());
    }
}
