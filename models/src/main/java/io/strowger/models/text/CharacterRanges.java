package io.strowger.models.text;

import static io.strowger.models.text.CharacterTable.DIGIT;
import static io.strowger.models.text.CharacterTable.IGNORED;
import static io.strowger.models.text.CharacterTable.LETTER;
import static io.strowger.models.text.CharacterTable.PUNCTUATION;
import static io.strowger.models.text.CharacterTable.SPACE;
import static io.strowger.models.text.CharacterTable.SYMBOL;

import java.util.Arrays;

/** The kinds of characters as ranges; a later range overrides an earlier one. */
final class CharacterRanges {
    private static final int REPLACEMENT = 0xFFFD;

    private CharacterRanges() {}

    static void fillKinds(byte[] kinds, char[] folds) {
        Arrays.fill(kinds, (byte) SPACE);
        ascii(kinds, folds);
        letters(kinds);
        punctuation(kinds, folds);
        symbols(kinds);
        digits(kinds, folds);
        invisible(kinds);
        kinds[REPLACEMENT] = SPACE;
    }

    /** Kinds beyond the basic plane: rare Han characters and emoji matter, the rest is a space. */
    static int supplementaryKind(int codePoint) {
        if (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF) {
            return IGNORED; // skin tones
        }
        if (codePoint >= 0x1F000 && codePoint <= 0x1FAFF) {
            return SYMBOL;
        }
        if (codePoint >= 0x20000 && codePoint <= 0x3FFFF) {
            return LETTER + Script.HAN_KANA.code();
        }
        if (codePoint >= 0xE0000) {
            return IGNORED; // tags, variation selectors
        }
        return SPACE;
    }

    private static void ascii(byte[] kinds, char[] folds) {
        fill(kinds, '!', '/', PUNCTUATION);
        fill(kinds, ':', '@', PUNCTUATION);
        fill(kinds, '[', '`', PUNCTUATION);
        fill(kinds, '{', '~', PUNCTUATION);
        // Apostrophes, quotes and commas are inside and around words in every text: they say nothing alone.
        for (char c : new char[] {'\'', '"', ',', '`', '\u2018', '\u2019', '\u201A', '\u201B'}) {
            kinds[c] = SPACE;
            folds[c] = ' ';
        }
        fill(kinds, 'A', 'Z', LETTER);
        fill(kinds, 'a', 'z', LETTER);
    }

    private static void letters(byte[] kinds) {
        script(kinds, 0xAA, 0xAA, Script.LATIN);
        script(kinds, 0xBA, 0xBA, Script.LATIN);
        script(kinds, 0xC0, 0x2AF, Script.LATIN);
        script(kinds, 0x300, 0x36F, Script.LATIN);
        script(kinds, 0x1E00, 0x1EFF, Script.LATIN);
        script(kinds, 0x2C60, 0x2C7F, Script.LATIN);
        script(kinds, 0xA722, 0xA7FF, Script.LATIN);
        script(kinds, 0xFB00, 0xFB06, Script.LATIN);
        script(kinds, 0xFF21, 0xFF3A, Script.LATIN);
        script(kinds, 0xFF41, 0xFF5A, Script.LATIN);
        script(kinds, 0x370, 0x3FF, Script.GREEK);
        script(kinds, 0x1F00, 0x1FFF, Script.GREEK);
        script(kinds, 0x400, 0x52F, Script.CYRILLIC);
        script(kinds, 0x1C80, 0x1C8F, Script.CYRILLIC);
        script(kinds, 0x2DE0, 0x2DFF, Script.CYRILLIC);
        script(kinds, 0xA640, 0xA69F, Script.CYRILLIC);
        script(kinds, 0x531, 0x587, Script.ARMENIAN);
        script(kinds, 0x5D0, 0x5F2, Script.HEBREW);
        script(kinds, 0xFB1D, 0xFB4F, Script.HEBREW);
        script(kinds, 0x620, 0x6FF, Script.ARABIC);
        script(kinds, 0x750, 0x77F, Script.ARABIC);
        script(kinds, 0x8A0, 0x8FF, Script.ARABIC);
        script(kinds, 0xFB50, 0xFDFF, Script.ARABIC);
        script(kinds, 0xFE70, 0xFEFC, Script.ARABIC);
        script(kinds, 0x700, 0x74F, Script.OTHER);
        script(kinds, 0x780, 0x89F, Script.OTHER);
        script(kinds, 0x900, 0x97F, Script.DEVANAGARI);
        script(kinds, 0x980, 0x9FF, Script.BENGALI);
        script(kinds, 0xA00, 0xA7F, Script.GURMUKHI);
        script(kinds, 0xA80, 0xB7F, Script.OTHER);
        script(kinds, 0xB80, 0xBFF, Script.TAMIL);
        script(kinds, 0xC00, 0xC7F, Script.TELUGU);
        script(kinds, 0xC80, 0xDFF, Script.OTHER);
        script(kinds, 0xE01, 0xE4E, Script.THAI);
        script(kinds, 0xE80, 0x109F, Script.OTHER);
        script(kinds, 0x10A0, 0x10FF, Script.GEORGIAN);
        script(kinds, 0x1C90, 0x1CBF, Script.GEORGIAN);
        script(kinds, 0x2D00, 0x2D2F, Script.GEORGIAN);
        script(kinds, 0x1100, 0x11FF, Script.HANGUL);
        script(kinds, 0x3130, 0x318F, Script.HANGUL);
        script(kinds, 0xA960, 0xA97F, Script.HANGUL);
        script(kinds, 0xAC00, 0xD7FF, Script.HANGUL);
        script(kinds, 0x1200, 0x17FF, Script.OTHER);
        script(kinds, 0x3005, 0x3007, Script.HAN_KANA);
        script(kinds, 0x3041, 0x30FF, Script.HAN_KANA);
        script(kinds, 0x3100, 0x312F, Script.HAN_KANA);
        script(kinds, 0x31F0, 0x31FF, Script.HAN_KANA);
        script(kinds, 0x3400, 0x4DBF, Script.HAN_KANA);
        script(kinds, 0x4E00, 0x9FFF, Script.HAN_KANA);
        script(kinds, 0xF900, 0xFAFF, Script.HAN_KANA);
        script(kinds, 0xFF66, 0xFF9D, Script.HAN_KANA);
    }

    private static void punctuation(byte[] kinds, char[] folds) {
        fill(kinds, 0xA1, 0xA7, PUNCTUATION);
        kinds[0xBF] = PUNCTUATION;
        kinds[0xD7] = PUNCTUATION;
        kinds[0xF7] = PUNCTUATION;
        kinds[0x37E] = PUNCTUATION;
        fill(kinds, 0x55A, 0x55F, PUNCTUATION);
        fill(kinds, 0x600, 0x61F, SPACE);
        fill(kinds, 0x66A, 0x66D, SPACE);
        fill(kinds, 0x964, 0x965, PUNCTUATION);
        fill(kinds, 0x2010, 0x2017, PUNCTUATION);
        fill(kinds, 0x2020, 0x2027, PUNCTUATION);
        fill(kinds, 0x2030, 0x205E, PUNCTUATION);
        fill(kinds, 0x3001, 0x3003, PUNCTUATION);
        fill(kinds, 0x3008, 0x3020, SPACE);
        for (int c = 0xFF01; c <= 0xFF5E; c++) {
            if (kinds[c] == SPACE) {
                folds[c] = folds[c - 0xFEE0];
                kinds[c] = kinds[c - 0xFEE0];
            }
        }
        foldPunctuation(kinds, folds, 0x61F, '?');
        foldPunctuation(kinds, folds, 0x55E, '?');
        foldPunctuation(kinds, folds, 0x37E, '?');
        foldPunctuation(kinds, folds, 0x55C, '!');
        foldPunctuation(kinds, folds, 0x203C, '!');
        foldPunctuation(kinds, folds, 0x2026, '.');
        foldPunctuation(kinds, folds, 0x3002, '.');
        foldPunctuation(kinds, folds, 0x964, '.');
        kinds[0x3001] = SPACE;
        kinds[0xFF0C] = SPACE;
        kinds[0x60C] = SPACE;
    }

    private static void foldPunctuation(byte[] kinds, char[] folds, int from, char to) {
        kinds[from] = PUNCTUATION;
        folds[from] = to;
    }

    private static void symbols(byte[] kinds) {
        fill(kinds, 0x20A0, 0x20CF, SYMBOL);
        fill(kinds, 0x2100, 0x2BFF, SYMBOL);
    }

    private static void digits(byte[] kinds, char[] folds) {
        for (int zero : new int[] {'0', 0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xBE6, 0xC66, 0xE50, 0xFF10}) {
            for (int c = zero; c < zero + 10; c++) {
                kinds[c] = DIGIT;
                folds[c] = '0';
            }
        }
    }

    private static void invisible(byte[] kinds) {
        kinds[0xAD] = IGNORED;
        fill(kinds, 0x591, 0x5C7, IGNORED);
        kinds[0x640] = IGNORED;
        fill(kinds, 0x64B, 0x65F, IGNORED);
        kinds[0x670] = IGNORED;
        fill(kinds, 0x200B, 0x200F, IGNORED);
        fill(kinds, 0x202A, 0x202E, IGNORED);
        fill(kinds, 0x2060, 0x206F, IGNORED);
        fill(kinds, 0xFE00, 0xFE0F, IGNORED);
        kinds[0xFEFF] = IGNORED;
    }

    private static void script(byte[] kinds, int from, int to, Script script) {
        fill(kinds, from, to, LETTER + script.code());
    }

    private static void fill(byte[] kinds, int from, int to, int kind) {
        Arrays.fill(kinds, from, to + 1, (byte) kind);
    }
}
