package io.strowger.models.privacy;

import io.strowger.models.text.CharacterTable;
import io.strowger.models.text.Utf8;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as recognisers see it, read from UTF-8 in one pass: one place a character, invisible characters left out, digits of
 * every script as ASCII, dashes and spaces made plain, and for each place the way back to its bytes. Broken UTF-8 reads as a
 * symbol. Belongs to one thread; arrays grow to the longest text seen.
 */
final class Text {
    static final byte OTHER = 0;
    static final byte SPACE = 1;
    static final byte DIGIT = 2;
    static final byte LETTER = 3;
    static final byte CAPITAL = 4;

    private static final int PLANE = 0x10000;
    private static final int LATIN_END = 0x250;
    private static final byte IGNORED = 5;
    private static final char UNKNOWN = '\uFFFC';

    private static final byte[] KINDS = new byte[PLANE];
    private static final char[] PLAIN = new char[PLANE];
    private static final char[] FOLDED = new char[PLANE];

    static {
        for (int c = 0; c < PLANE; c++) {
            fill((char) c);
        }
    }

    private char[] chars = new char[1024];
    private char[] folded = new char[1024];
    private byte[] kinds = new byte[1024];
    private int[] starts = new int[1025];
    private int[] ends = new int[1024];
    private int length;
    private long reads;

    /** Reads the bytes; positions given back later are indices of this array. */
    void read(byte[] text, int from, int byteLength) {
        ensure(byteLength);
        length = 0;
        int end = from + byteLength;
        int at = from;
        while (at < end) {
            int width = 1;
            int codePoint = text[at];
            if (codePoint < 0) {
                long decoded = Utf8.decode(text, at, end);
                codePoint = Utf8.codePoint(decoded);
                width = Utf8.width(decoded);
            }
            append(codePoint, at, at + width);
            at += width;
        }
        starts[length] = end;
    }

    /** How many places there are. */
    int length() {
        return length;
    }

    /** The character, made plain but in its own case; 0 outside the text. */
    char at(int index) {
        reads++;
        return index >= 0 && index < length ? chars[index] : 0;
    }

    /** The character in lower case without diacritics; 0 outside the text. */
    char folded(int index) {
        reads++;
        return index >= 0 && index < length ? folded[index] : 0;
    }

    /** One of the constants; {@link #OTHER} outside the text. */
    byte kind(int index) {
        reads++;
        return index >= 0 && index < length ? kinds[index] : OTHER;
    }

    boolean isDigit(int index) {
        return kind(index) == DIGIT;
    }

    boolean isLetter(int index) {
        return kind(index) >= LETTER;
    }

    boolean isCapital(int index) {
        return kind(index) == CAPITAL;
    }

    boolean isAlphanumeric(int index) {
        return kind(index) >= DIGIT;
    }

    boolean isSpace(int index) {
        return kind(index) == SPACE;
    }

    /** The byte at which a place begins. */
    int byteStart(int index) {
        return starts[index];
    }

    /** The byte after the last place before {@code index}; invisible characters after it stay outside. */
    int byteEnd(int index) {
        return index == 0 ? starts[0] : ends[index - 1];
    }

    /** How often a place was looked at since the beginning: the measure of work. */
    long reads() {
        return reads;
    }

    private void append(int codePoint, int start, int end) {
        byte kind;
        char plain;
        char fold;
        if (codePoint < PLANE) {
            kind = KINDS[codePoint];
            plain = PLAIN[codePoint];
            fold = FOLDED[codePoint];
        } else {
            int table = CharacterTable.kind(codePoint);
            kind = table >= CharacterTable.LETTER ? LETTER : table == CharacterTable.IGNORED ? IGNORED : OTHER;
            plain = UNKNOWN;
            fold = UNKNOWN;
        }
        if (kind == IGNORED) {
            return;
        }
        kinds[length] = kind;
        chars[length] = plain;
        folded[length] = fold;
        starts[length] = start;
        ends[length] = end;
        length++;
    }

    private void ensure(int places) {
        if (places > chars.length) {
            int capacity = Integer.highestOneBit(Math.max(places, 2) - 1) << 1;
            chars = new char[capacity];
            folded = new char[capacity];
            kinds = new byte[capacity];
            starts = new int[capacity + 1];
            ends = new int[capacity];
        } else if (starts.length <= places) {
            starts = Arrays.copyOf(starts, places + 1);
        }
    }

    private static void fill(char c) {
        int table = CharacterTable.kind(c);
        char fold = CharacterTable.fold(c);
        PLAIN[c] = c;
        FOLDED[c] = fold;
        if (c >= 0x300 && c <= 0x36F) {
            KINDS[c] = IGNORED; // combining marks: words compare without diacritics
        } else if (table >= CharacterTable.LETTER) {
            KINDS[c] = fold != c ? CAPITAL : LETTER;
            FOLDED[c] = base(fold);
            PLAIN[c] = c >= 0xFF21 && c <= 0xFF5A ? (char) (c - 0xFEE0) : c;
        } else if (table == CharacterTable.DIGIT) {
            int value = Character.digit(c, 10);
            KINDS[c] = value < 0 ? OTHER : DIGIT;
            PLAIN[c] = value < 0 ? c : (char) ('0' + value);
            FOLDED[c] = PLAIN[c];
        } else if (table == CharacterTable.IGNORED) {
            KINDS[c] = IGNORED;
        } else {
            fillSign(c);
        }
    }

    private static void fillSign(char c) {
        char plain = c;
        if (c <= ' '
                || c == 0x7F
                || c == 0xA0
                || c == 0x1680
                || c >= 0x2000 && c <= 0x200A
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000
                || c == 0x85) {
            plain = c == '\n' || c == '\r' ? c : ' ';
        } else if (c >= 0x2010 && c <= 0x2015 || c == 0x2212) {
            plain = '-';
        } else if (c >= 0xFF01 && c <= 0xFF5E) {
            plain = (char) (c - 0xFEE0);
        } else if (c == 0x2018 || c == 0x2019) {
            plain = '\'';
        } else if (c == 0x201C || c == 0x201D || c == 0x201E) {
            plain = '"';
        }
        PLAIN[c] = plain;
        FOLDED[c] = plain;
        KINDS[c] = plain <= ' ' ? SPACE : OTHER;
    }

    /** A small letter without its diacritics. */
    private static char base(char letter) {
        if (letter < 0x80) {
            return letter;
        }
        switch (letter) {
            case 'ß':
                return 's';
            case 'ø':
            case 'œ':
                return 'o';
            case 'æ':
                return 'a';
            case 'ł':
                return 'l';
            case 'đ':
            case 'ð':
                return 'd';
            case 'ı':
                return 'i';
            default:
                boolean decomposes = letter < LATIN_END || letter >= 0x1E00 && letter < 0x2000 || letter < 0x460;
                return decomposes
                        ? Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                                .charAt(0)
                        : letter;
        }
    }
}
