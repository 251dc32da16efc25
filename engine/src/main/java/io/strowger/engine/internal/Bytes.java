package io.strowger.engine.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A slice of somebody else's byte array: keys and texts stay bytes on the hot path. Reused; whoever keeps the content
 * longer than the array stays unchanged must copy it.
 */
public final class Bytes {
    private static final byte[] NOTHING = {};

    private byte[] array = NOTHING;
    private int offset;
    private int length;

    public Bytes() {}

    /** A slice of its own over the UTF-8 bytes of a text. */
    public static Bytes of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new Bytes().set(utf8, 0, utf8.length);
    }

    /** Points at other bytes. */
    public Bytes set(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
        return this;
    }

    /** Points at the bytes that another slice points at. */
    public Bytes set(Bytes other) {
        return set(other.array, other.offset, other.length);
    }

    /** Points at nothing. */
    public Bytes clear() {
        return set(NOTHING, 0, 0);
    }

    public byte[] array() {
        return array;
    }

    public int offset() {
        return offset;
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The byte at an index from 0 to {@link #length()} minus one. */
    public byte at(int index) {
        return array[offset + index];
    }

    public boolean contentEquals(Bytes other) {
        return contentEquals(other.array, other.offset, other.length);
    }

    public boolean contentEquals(byte[] otherArray, int otherOffset, int otherLength) {
        return Arrays.equals(array, offset, offset + length, otherArray, otherOffset, otherOffset + otherLength);
    }

    /** A well-mixed 64-bit hash of the content, equal on every machine. */
    public long contentHash() {
        return Hashes.ofBytes(array, offset, length);
    }

    /** A copy of the content. */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** The content read as UTF-8. */
    public String toText() {
        return new String(array, offset, length, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return toText();
    }
}
