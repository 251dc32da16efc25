package io.strowger.engine.internal;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteWriter} wrote. Reused and owned by one thread at a time; reading allocates nothing. */
public final class ByteReader {
    private byte[] array = {};
    private int position;
    private int end;

    public ByteReader() {}

    /** Reads a part of an array from its beginning. */
    public ByteReader wrap(byte[] array, int offset, int length) {
        this.array = array;
        this.position = offset;
        this.end = offset + length;
        return this;
    }

    public ByteReader wrap(Bytes bytes) {
        return wrap(bytes.array(), bytes.offset(), bytes.length());
    }

    public int position() {
        return position;
    }

    public int remaining() {
        return end - position;
    }

    public byte readByte() {
        need(1);
        return array[position++];
    }

    public boolean readBoolean() {
        return readByte() != 0;
    }

    public short readShort() {
        need(Short.BYTES);
        short value = LittleEndian.shortAt(array, position);
        position += Short.BYTES;
        return value;
    }

    public int readUnsignedShort() {
        return readShort() & 0xffff;
    }

    public int readInt() {
        need(Integer.BYTES);
        int value = LittleEndian.intAt(array, position);
        position += Integer.BYTES;
        return value;
    }

    public long readLong() {
        need(Long.BYTES);
        long value = LittleEndian.longAt(array, position);
        position += Long.BYTES;
        return value;
    }

    /** Points the slice at the next bytes, whose length stands before them. */
    public Bytes readBytes(Bytes into) {
        int length = readInt();
        need(length);
        into.set(array, position, length);
        position += length;
        return into;
    }

    /** The next text. Allocates: for cold data only. */
    public String readText() {
        int length = readInt();
        need(length);
        String text = new String(array, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    public void skip(int bytes) {
        need(bytes);
        position += bytes;
    }

    private void need(int bytes) {
        if (bytes < 0 || bytes > end - position) {
            throw new IllegalStateException(
                    "the data ends " + (end - position) + " bytes ahead, " + bytes + " are needed");
        }
    }
}
