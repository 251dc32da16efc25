package io.strowger.models.privacy;

import java.util.Arrays;
import java.util.Locale;

/**
 * A pattern of fixed form, matched without ever going back: each part takes as many characters as it may.
 *
 * <p>{@code #} a digit, {@code @} a letter, {@code ^} a capital letter, {@code &} a letter or digit, {@code [A-FX]} one of
 * these, {@code ~} nothing or one of space, hyphen, dot, slash and underscore, {@code _} one space or hyphen, anything else
 * itself in either case. Any part but {@code ~} may be followed by {@code {3}}, {@code {2,5}} or {@code ?}. Letters are
 * ASCII.
 */
final class Shape {
    static final int NO_MATCH = -1;

    private static final byte SEPARATOR = 1;
    private static final byte GAP = 2;
    private static final byte SIGN = 3;
    private static final int ALL_LETTERS = (1 << 26) - 1;
    private static final int ALL_DIGITS = (1 << 10) - 1;

    private final byte[] kinds;
    private final int[] letters;
    private final int[] digits;
    private final char[] signs;
    private final boolean[] capitals;
    private final byte[] least;
    private final byte[] most;
    private final int parts;

    private Shape(Parser parser) {
        parts = parser.parts;
        kinds = Arrays.copyOf(parser.kinds, parts);
        letters = Arrays.copyOf(parser.letters, parts);
        digits = Arrays.copyOf(parser.digits, parts);
        signs = Arrays.copyOf(parser.signs, parts);
        capitals = Arrays.copyOf(parser.capitals, parts);
        least = Arrays.copyOf(parser.least, parts);
        most = Arrays.copyOf(parser.most, parts);
    }

    static Shape of(String pattern) {
        return new Shape(new Parser(pattern));
    }

    /** Whether the first character can only be a digit. */
    boolean beginsWithDigit() {
        return letters[0] == 0;
    }

    /** Whether the first character can only be a letter. */
    boolean beginsWithLetter() {
        return digits[0] == 0;
    }

    /**
     * Matches at a place.
     *
     * @param symbols gets the letters, in upper case, and digits that were matched, without what stands between them
     * @return the place after the match, or {@link #NO_MATCH}
     */
    int match(Text text, int start, Symbols symbols) {
        symbols.clear();
        int at = start;
        for (int part = 0; part < parts; part++) {
            int taken = 0;
            while (taken < most[part] && takes(part, text, at, symbols)) {
                taken++;
                at++;
            }
            if (taken < least[part]) {
                return NO_MATCH;
            }
        }
        return at;
    }

    private boolean takes(int part, Text text, int at, Symbols symbols) {
        char c = text.at(at);
        switch (kinds[part]) {
            case SEPARATOR:
                return isSeparator(c) && text.isAlphanumeric(at + 1) && symbols.addSeparator();
            case GAP:
                return (c == ' ' || c == '-') && symbols.addSeparator();
            case SIGN:
                return c == signs[part] && symbols.addSeparator();
            default:
                return takesSymbol(part, c, symbols);
        }
    }

    private boolean takesSymbol(int part, char c, Symbols symbols) {
        if (c >= '0' && c <= '9') {
            return (digits[part] >>> c - '0' & 1) != 0 && symbols.add(c);
        }
        char upper = c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
        boolean allowed = upper >= 'A' && upper <= 'Z' && (letters[part] >>> upper - 'A' & 1) != 0;
        return allowed && (upper == c || !capitals[part]) && symbols.add(upper);
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '/' || c == '_';
    }

    /** The characters of a match that count. */
    static final class Symbols {
        private final char[] symbols = new char[64];
        private int length;
        private int separators;

        char[] array() {
            return symbols;
        }

        int length() {
            return length;
        }

        /** How many characters stood between. */
        int separators() {
            return separators;
        }

        void clear() {
            length = 0;
            separators = 0;
        }

        boolean add(char symbol) {
            if (length == symbols.length) {
                return false;
            }
            symbols[length++] = symbol;
            return true;
        }

        private boolean addSeparator() {
            separators++;
            return true;
        }
    }

    /** Reads a pattern. */
    private static final class Parser {
        private final byte[] kinds = new byte[64];
        private final int[] letters = new int[64];
        private final int[] digits = new int[64];
        private final char[] signs = new char[64];
        private final boolean[] capitals = new boolean[64];
        private final byte[] least = new byte[64];
        private final byte[] most = new byte[64];
        private int parts;

        Parser(String pattern) {
            int at = 0;
            while (at < pattern.length()) {
                at = repeat(pattern, part(pattern, at));
                parts++;
            }
        }

        private int part(String pattern, int at) {
            char c = pattern.charAt(at);
            least[parts] = 1;
            most[parts] = 1;
            switch (c) {
                case '#':
                    digits[parts] = ALL_DIGITS;
                    return at + 1;
                case '@':
                    letters[parts] = ALL_LETTERS;
                    return at + 1;
                case '^':
                    letters[parts] = ALL_LETTERS;
                    capitals[parts] = true;
                    return at + 1;
                case '&':
                    letters[parts] = ALL_LETTERS;
                    digits[parts] = ALL_DIGITS;
                    return at + 1;
                case '~':
                    kinds[parts] = SEPARATOR;
                    least[parts] = 0;
                    return at + 1;
                case '_':
                    kinds[parts] = GAP;
                    return at + 1;
                case '[':
                    return set(pattern, at + 1);
                default:
                    literal(c);
                    return at + 1;
            }
        }

        private void literal(char c) {
            if (Character.isLetterOrDigit(c)) {
                include(c, c);
            } else {
                kinds[parts] = SIGN;
                signs[parts] = c;
            }
        }

        private int set(String pattern, int from) {
            int at = from;
            while (pattern.charAt(at) != ']') {
                boolean isRange = pattern.charAt(at + 1) == '-';
                include(pattern.charAt(at), pattern.charAt(isRange ? at + 2 : at));
                at += isRange ? 3 : 1;
            }
            return at + 1;
        }

        private void include(char from, char to) {
            for (char c = from; c <= to; c++) {
                if (c <= '9') {
                    digits[parts] |= 1 << c - '0';
                } else {
                    letters[parts] |=
                            1 << String.valueOf(c).toUpperCase(Locale.ROOT).charAt(0) - 'A';
                }
            }
        }

        private int repeat(String pattern, int at) {
            if (at == pattern.length()) {
                return at;
            }
            if (pattern.charAt(at) == '?') {
                least[parts] = 0;
                return at + 1;
            }
            if (pattern.charAt(at) != '{') {
                return at;
            }
            int close = pattern.indexOf('}', at);
            String[] bounds = pattern.substring(at + 1, close).split(",");
            least[parts] = Byte.parseByte(bounds[0]);
            most[parts] = Byte.parseByte(bounds[bounds.length - 1]);
            return close + 1;
        }
    }
}
