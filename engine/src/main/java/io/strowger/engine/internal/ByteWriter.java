package io.strowger.engine.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes numbers and slices one after the other into a byte array that grows when it must, up to a limit. Owned by one
 * thread at a time. Writing within the array's size allocates nothing.
 */
public final class ByteWriter {
    private final int limitBytes;
    private byte[] array;
    private int position;

    /**
     * @param initialBytes the size to start with
     * @param limitBytes the size that is never passed
     */
    public ByteWriter(int initialBytes, int limitBytes) {
        this.array = new byte[initialBytes];
        this.limitBytes = limitBytes;
    }

    /** Writes into another array from its beginning, and returns the one used so far. */
    public byte[] swap(byte[] other) {
        byte[] previous = array;
        array = other;
        position = 0;
        return previous;
    }

    public byte[] array() {
        return array;
    }

    /** The number of bytes written so far. */
    public int position() {
        return position;
    }

    /** Goes back, or ahead over bytes that are filled in later. */
    public void position(int position) {
        ensure(position - this.position);
        this.position = position;
    }

    public void clear() {
        position = 0;
    }

    public ByteWriter writeByte(int value) {
        ensure(1);
        array[position++] = (byte) value;
        return this;
    }

    public ByteWriter writeBoolean(boolean value) {
        return writeByte(value ? 1 : 0);
    }

    public ByteWriter writeShort(int value) {
        ensure(Short.BYTES);
        LittleEndian.putShort(array, position, (short) value);
        position += Short.BYTES;
        return this;
    }

    public ByteWriter writeInt(int value) {
        ensure(Integer.BYTES);
        LittleEndian.putInt(array, position, value);
        position += Integer.BYTES;
        return this;
    }

    public ByteWriter writeLong(long value) {
        ensure(Long.BYTES);
        LittleEndian.putLong(array, position, value);
        position += Long.BYTES;
        return this;
    }

    /** Writes a slice behind its length (a 32-bit number). */
    public ByteWriter writeBytes(Bytes bytes) {
        return writeBytes(bytes.array(), bytes.offset(), bytes.length());
    }

    /** Writes bytes behind their length (a 32-bit number). */
    public ByteWriter writeBytes(byte[] source, int offset, int length) {
        writeInt(length);
        return writeRaw(source, offset, length);
    }

    /** Writes bytes without a length. */
    public ByteWriter writeRaw(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, array, position, length);
        position += length;
        return this;
    }

    /** Writes a text as UTF-8 behind its length. Allocates: for cold data only. */
    public ByteWriter writeText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return writeBytes(utf8, 0, utf8.length);
    }

    /** Overwrites a number that was written, or skipped, before. */
    public void putInt(int index, int value) {
        LittleEndian.putInt(array, index, value);
    }

    /**
     * Makes room for further bytes.
     *
     * @throws BufferLimitException when the limit would be passed
     */
    public void ensure(int bytes) {
        int needed = position + bytes;
        if (needed > array.length) {
            grow(needed);
        }
    }

    private void grow(int needed) {
        if (needed > limitBytes || needed < 0) {
            throw new BufferLimitException(needed, limitBytes);
        }
        array = Arrays.copyOf(array, (int) Math.min(limitBytes, Math.max(needed, 2L * array.length)));
    }
}
