package io.strowger.models.text;

/**
 * Decodes one character beyond ASCII. Overlong forms, surrogates, cut sequences and stray bytes read as U+FFFD, one or
 * more of them; the character after them is never lost. The result is packed into a {@code long}, so that nothing is
 * allocated.
 */
public final class Utf8 {
    private static final int REPLACEMENT = 0xFFFD;

    private Utf8() {}

    /** Decodes at {@code at}, where a byte of 0x80 or more stands; reads nothing at or after {@code end}. */
    public static long decode(byte[] text, int at, int end) {
        int first = text[at] & 0xFF;
        if (first < 0xC2 || first > 0xF4) {
            return packed(REPLACEMENT, 1);
        }
        int needed = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        int codePoint = first & (0x3F >> needed);
        for (int i = 1; i <= needed; i++) {
            if (at + i >= end) {
                return packed(REPLACEMENT, i);
            }
            int next = text[at + i] & 0xFF;
            if (next < lowest(first, i) || next > highest(first, i)) {
                return packed(REPLACEMENT, i);
            }
            codePoint = codePoint << 6 | (next & 0x3F);
        }
        return packed(codePoint, needed + 1);
    }

    /** The character of a decoded pair. */
    public static int codePoint(long decoded) {
        return (int) (decoded >>> 3);
    }

    /** Bytes that were read. */
    public static int width(long decoded) {
        return (int) decoded & 7;
    }

    /** The second byte after E0 and F0 excludes overlong forms. */
    private static int lowest(int first, int index) {
        if (index > 1) {
            return 0x80;
        }
        return first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    }

    /** The second byte after ED excludes surrogates, after F4 what is beyond Unicode. */
    private static int highest(int first, int index) {
        if (index > 1) {
            return 0xBF;
        }
        return first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    }

    private static long packed(int codePoint, int width) {
        return (long) codePoint << 3 | width;
    }
}
