package io.strowger.channels;

import io.strowger.engine.internal.Bytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as UTF-8 straight into a byte array that grows when it must; commas are put by themselves. Reused, one thread
 * at a time; writing within the array's size allocates nothing. The caller keeps the nesting right.
 */
public final class JsonWriter {
    /** What {@link #fixed} takes as its unit for values in ten-thousandths. */
    public static final int TEN_THOUSANDTHS = 4;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int MAX_NUMBER_BYTES = 24;
    private static final int MAX_ESCAPED_BYTES = 6;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private byte[] array;
    private int position;
    private boolean commaDue;

    public JsonWriter(int initialBytes) {
        array = new byte[initialBytes];
    }

    /** Forgets what was written. */
    public JsonWriter clear() {
        position = 0;
        commaDue = false;
        return this;
    }

    public byte[] array() {
        return array;
    }

    /** Bytes written so far. */
    public int length() {
        return position;
    }

    public byte[] toArray() {
        return Arrays.copyOf(array, position);
    }

    public JsonWriter beginObject() {
        separate();
        put('{');
        commaDue = false;
        return this;
    }

    public JsonWriter endObject() {
        put('}');
        commaDue = true;
        return this;
    }

    public JsonWriter beginArray() {
        separate();
        put('[');
        commaDue = false;
        return this;
    }

    public JsonWriter endArray() {
        put(']');
        commaDue = true;
        return this;
    }

    /** A member's name; its value follows. */
    public JsonWriter name(String name) {
        text(name);
        put(':');
        commaDue = false;
        return this;
    }

    /** A text value. */
    public JsonWriter text(String value) {
        separate();
        int length = value.length();
        ensure(length * MAX_ESCAPED_BYTES + 2);
        array[position++] = '"';
        for (int index = 0; index < length; index++) {
            char character = value.charAt(index);
            if (character < 0x80) {
                ascii(character);
            } else if (Character.isHighSurrogate(character)
                    && index + 1 < length
                    && Character.isLowSurrogate(value.charAt(index + 1))) {
                index++;
                supplementary(Character.toCodePoint(character, value.charAt(index)));
            } else if (Character.isSurrogate(character)) {
                multibyte('\ufffd');
            } else {
                multibyte(character);
            }
        }
        array[position++] = '"';
        return this;
    }

    /** A text value, or null. */
    public JsonWriter textOrNull(@Nullable String value) {
        return value == null ? nothing() : text(value);
    }

    /** A text value from bytes that are valid UTF-8. */
    public JsonWriter text(byte[] utf8, int offset, int length) {
        separate();
        ensure(length * MAX_ESCAPED_BYTES + 2);
        array[position++] = '"';
        for (int index = offset; index < offset + length; index++) {
            byte value = utf8[index];
            if (value >= 0) {
                ascii(value);
            } else {
                array[position++] = value;
            }
        }
        array[position++] = '"';
        return this;
    }

    /** A text value from a slice that is valid UTF-8. */
    public JsonWriter text(Bytes utf8) {
        return text(utf8.array(), utf8.offset(), utf8.length());
    }

    /** A text value from a slice, null for an empty one. */
    public JsonWriter textOrNull(Bytes utf8) {
        return utf8.isEmpty() ? nothing() : text(utf8);
    }

    /** A public id: a letter for the kind, a hyphen and the number in base 36, as in {@code "m-3f"}. */
    public JsonWriter id(char kind, long number) {
        separate();
        ensure(MAX_NUMBER_BYTES);
        array[position++] = '"';
        array[position++] = (byte) kind;
        array[position++] = '-';
        base36(number);
        array[position++] = '"';
        return this;
    }

    public JsonWriter number(long value) {
        separate();
        ensure(MAX_NUMBER_BYTES);
        integer(value);
        return this;
    }

    /**
     * A decimal number without rounding: the value divided by ten to the power of the decimals, without needless zeros but
     * with at least one digit after the point, as in {@code 0.91} or {@code 1.0}.
     */
    public JsonWriter fixed(long value, int decimals) {
        separate();
        ensure(MAX_NUMBER_BYTES + decimals);
        if (value < 0) {
            array[position++] = '-';
        }
        long rest = Math.abs(value);
        long unit = 1;
        for (int index = 0; index < decimals; index++) {
            unit *= 10;
        }
        integer(rest / unit);
        array[position++] = '.';
        rest %= unit;
        do {
            unit /= 10;
            array[position++] = (byte) ('0' + rest / unit);
            rest %= unit;
        } while (rest > 0);
        return this;
    }

    public JsonWriter flag(boolean value) {
        return literal(value ? TRUE : FALSE);
    }

    /** The value null. */
    public JsonWriter nothing() {
        return literal(NULL);
    }

    /** A byte as it is, for line feeds and frames between values. */
    public JsonWriter raw(int value) {
        put(value);
        commaDue = false;
        return this;
    }

    /** ASCII text as it is, for frames between values. */
    public JsonWriter raw(String ascii) {
        ensure(ascii.length());
        for (int index = 0; index < ascii.length(); index++) {
            array[position++] = (byte) ascii.charAt(index);
        }
        commaDue = false;
        return this;
    }

    private JsonWriter literal(byte[] value) {
        separate();
        ensure(value.length);
        System.arraycopy(value, 0, array, position, value.length);
        position += value.length;
        return this;
    }

    private void separate() {
        if (commaDue) {
            put(',');
        }
        commaDue = true;
    }

    private void put(int value) {
        ensure(1);
        array[position++] = (byte) value;
    }

    private void ascii(int character) {
        if (character == '"' || character == '\\') {
            array[position++] = '\\';
            array[position++] = (byte) character;
        } else if (character >= 0x20) {
            array[position++] = (byte) character;
        } else {
            control(character);
        }
    }

    private void control(int character) {
        array[position++] = '\\';
        switch (character) {
            case '\n' -> array[position++] = 'n';
            case '\r' -> array[position++] = 'r';
            case '\t' -> array[position++] = 't';
            default -> {
                array[position++] = 'u';
                array[position++] = '0';
                array[position++] = '0';
                array[position++] = HEX[character >> 4];
                array[position++] = HEX[character & 0xf];
            }
        }
    }

    private void multibyte(char character) {
        if (character < 0x800) {
            array[position++] = (byte) (0xc0 | character >> 6);
        } else {
            array[position++] = (byte) (0xe0 | character >> 12);
            array[position++] = (byte) (0x80 | character >> 6 & 0x3f);
        }
        array[position++] = (byte) (0x80 | character & 0x3f);
    }

    private void supplementary(int codePoint) {
        array[position++] = (byte) (0xf0 | codePoint >> 18);
        array[position++] = (byte) (0x80 | codePoint >> 12 & 0x3f);
        array[position++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
        array[position++] = (byte) (0x80 | codePoint & 0x3f);
    }

    private void integer(long value) {
        long rest = value;
        if (rest < 0) {
            array[position++] = '-';
        } else {
            rest = -rest;
        }
        int digits = 1;
        for (long limit = -10; digits < 19 && rest <= limit; limit *= 10) {
            digits++;
        }
        for (int index = position + digits - 1; index >= position; index--) {
            array[index] = (byte) ('0' - rest % 10);
            rest /= 10;
        }
        position += digits;
    }

    private void base36(long number) {
        int digits = 1;
        for (long rest = number / 36; rest > 0; rest /= 36) {
            digits++;
        }
        long rest = number;
        for (int index = position + digits - 1; index >= position; index--) {
            int digit = (int) (rest % 36);
            array[index] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
            rest /= 36;
        }
        position += digits;
    }

    private void ensure(int bytes) {
        int needed = position + bytes;
        if (needed > array.length) {
            array = Arrays.copyOf(array, Math.max(needed, 2 * array.length));
        }
    }
}
