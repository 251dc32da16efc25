package io.strowger.models.text;

import java.text.Normalizer;

/**
 * What each character is and what it folds to. Made from ranges that are written down here instead of from the JDK's
 * Unicode data, which grows from version to version: the same bytes must give the same features on every JDK.
 *
 * <p>Folding lower-cases and keeps diacritics; digits fold to 0; wide and national punctuation folds to ASCII.
 */
public final class CharacterTable {
    /** White space, and what says nothing: quotes, unknown characters. */
    public static final int SPACE = 0;
    /** Punctuation. */
    public static final int PUNCTUATION = 1;
    /** A decimal digit of any script. */
    public static final int DIGIT = 2;
    /** Invisible: joiners, direction marks, optional vowel points. As if it were not there. */
    public static final int IGNORED = 3;
    /** An emoji or another pictograph: a token of its own. */
    public static final int SYMBOL = 4;
    /** Kinds from here on are letters; the difference is the script's code. */
    public static final int LETTER = 8;

    private static final int BASIC_PLANE = 0x10000;
    private static final int FIRST_MARK = 0x300;
    private static final int MARKS = 0x29;
    private static final int COMPOSABLE = 0x460;

    private static final byte[] KINDS = new byte[BASIC_PLANE];
    private static final char[] FOLDS = new char[BASIC_PLANE];
    private static final char[] COMPOSITIONS = new char[MARKS * COMPOSABLE];

    static {
        for (int c = 0; c < BASIC_PLANE; c++) {
            FOLDS[c] = (char) c;
        }
        CharacterRanges.fillKinds(KINDS, FOLDS);
        CaseFolding.fill(FOLDS);
        fillCompositions();
    }

    private CharacterTable() {}

    /** The kind of a code point. */
    public static int kind(int codePoint) {
        return codePoint < BASIC_PLANE ? KINDS[codePoint] : CharacterRanges.supplementaryKind(codePoint);
    }

    /** What a code point of the basic plane folds to; others fold to themselves, cut to 16 bits. */
    public static char fold(int codePoint) {
        return codePoint < BASIC_PLANE ? FOLDS[codePoint] : (char) codePoint;
    }

    /** The letter that a folded letter and a combining mark after it make together, or 0 when they make none. */
    static char compose(char letter, int mark) {
        int index = mark - FIRST_MARK;
        return index >= 0 && index < MARKS && letter < COMPOSABLE ? COMPOSITIONS[index * COMPOSABLE + letter] : 0;
    }

    /** Compositions are frozen by Unicode's stability policy, so asking the JDK is safe here. */
    private static void fillCompositions() {
        fillCompositions(0xC0, 0x24F);
        fillCompositions(0x386, 0x45F);
        fillCompositions(0x1E00, 0x1EFF);
    }

    private static void fillCompositions(int from, int to) {
        for (int composed = from; composed <= to; composed++) {
            if (FOLDS[composed] != composed || KINDS[composed] < LETTER) {
                continue;
            }
            String parts = Normalizer.normalize(String.valueOf((char) composed), Normalizer.Form.NFD);
            int mark = parts.charAt(parts.length() - 1) - FIRST_MARK;
            if (parts.length() == 2 && mark >= 0 && mark < MARKS && parts.charAt(0) < COMPOSABLE) {
                COMPOSITIONS[mark * COMPOSABLE + parts.charAt(0)] = (char) composed;
            }
        }
    }
}
