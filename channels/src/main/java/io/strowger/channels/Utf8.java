package io.strowger.channels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF, nothing cut off. Any thread. */
final class Utf8 {
    /** Says that all bytes are valid. */
    static final int VALID = -1;

    /** What {@link #encode} returns for a text with half of a surrogate pair. */
    static final int UNPAIRED_SURROGATE = -1;

    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Utf8() {}

    /** The index of the first byte that makes the slice invalid, or {@link #VALID}. */
    static int firstInvalid(byte[] array, int offset, int length) {
        int end = offset + length;
        int index = offset;
        while (index < end) {
            if (index + Long.BYTES <= end && ((long) LONG.get(array, index) & HIGH_BITS) == 0) {
                index += Long.BYTES;
            } else if (array[index] >= 0) {
                index++;
            } else {
                int bytes = sequenceLength(array, index, end);
                if (bytes == 0) {
                    return index;
                }
                index += bytes;
            }
        }
        return VALID;
    }

    /**
     * Writes characters as UTF-8 at an index of an array with room for three bytes a character.
     *
     * @return the index behind the last byte, or {@link #UNPAIRED_SURROGATE}
     */
    static int encode(char[] characters, int offset, int length, byte[] into, int at) {
        int out = at;
        for (int index = offset; index < offset + length; index++) {
            char character = characters[index];
            if (character < 0x80) {
                into[out++] = (byte) character;
            } else if (character < 0x800) {
                into[out++] = (byte) (0xc0 | character >> 6);
                into[out++] = (byte) (0x80 | character & 0x3f);
            } else if (!Character.isSurrogate(character)) {
                into[out++] = (byte) (0xe0 | character >> 12);
                into[out++] = (byte) (0x80 | character >> 6 & 0x3f);
                into[out++] = (byte) (0x80 | character & 0x3f);
            } else if (isPair(characters, index, offset + length)) {
                index++;
                int codePoint = Character.toCodePoint(character, characters[index]);
                into[out++] = (byte) (0xf0 | codePoint >> 18);
                into[out++] = (byte) (0x80 | codePoint >> 12 & 0x3f);
                into[out++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
                into[out++] = (byte) (0x80 | codePoint & 0x3f);
            } else {
                return UNPAIRED_SURROGATE;
            }
        }
        return out;
    }

    private static boolean isPair(char[] characters, int index, int end) {
        return index + 1 < end
                && Character.isHighSurrogate(characters[index])
                && Character.isLowSurrogate(characters[index + 1]);
    }

    /** Bytes of the valid sequence that starts here with a byte above 0x7f; 0 when there is none. */
    private static int sequenceLength(byte[] array, int index, int end) {
        int first = array[index] & 0xff;
        int left = end - index;
        if (first >= 0xc2 && first <= 0xdf) {
            return left >= 2 && isContinuation(array[index + 1]) ? 2 : 0;
        }
        if (first >= 0xe0 && first <= 0xef) {
            return left >= 3 && isSecondOfThree(first, array[index + 1]) && isContinuation(array[index + 2]) ? 3 : 0;
        }
        if (first >= 0xf0 && first <= 0xf4) {
            return left >= 4
                            && isSecondOfFour(first, array[index + 1])
                            && isContinuation(array[index + 2])
                            && isContinuation(array[index + 3])
                    ? 4
                    : 0;
        }
        return 0;
    }

    private static boolean isSecondOfThree(int first, byte second) {
        int value = second & 0xff;
        int from = first == 0xe0 ? 0xa0 : 0x80;
        int to = first == 0xed ? 0x9f : 0xbf;
        return value >= from && value <= to;
    }

    private static boolean isSecondOfFour(int first, byte second) {
        int value = second & 0xff;
        int from = first == 0xf0 ? 0x90 : 0x80;
        int to = first == 0xf4 ? 0x8f : 0xbf;
        return value >= from && value <= to;
    }

    private static boolean isContinuation(byte value) {
        return (value & 0xc0) == 0x80;
    }
}
