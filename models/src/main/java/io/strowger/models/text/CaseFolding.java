package io.strowger.models.text;

/**
 * Lower-casing of Latin, Greek, Cyrillic, Armenian and Georgian letters, one character to one character. Frozen here, so
 * that it cannot differ between JDKs; a test compares it with the running JDK's.
 */
final class CaseFolding {
    private CaseFolding() {}

    static void fill(char[] folds) {
        latin(folds);
        greek(folds);
        cyrillic(folds);
        shift(folds, 0x531, 0x556, 48);
        shift(folds, 0x1C90, 0x1CBA, 0x10D0 - 0x1C90);
        shift(folds, 0x1CBD, 0x1CBF, 0x10D0 - 0x1C90);
        shift(folds, 0xFF21, 0xFF3A, 'a' - 0xFF21);
        shift(folds, 0xFF41, 0xFF5A, 'a' - 0xFF41);
    }

    private static void latin(char[] folds) {
        shift(folds, 'A', 'Z', 32);
        shift(folds, 0xC0, 0xD6, 32);
        shift(folds, 0xD8, 0xDE, 32);
        pairs(folds, 0x100, 0x136);
        folds[0x130] = 'i'; // the Turkish capital with its dot
        pairs(folds, 0x139, 0x147);
        pairs(folds, 0x14A, 0x176);
        folds[0x178] = 0xFF;
        pairs(folds, 0x179, 0x17D);
        folds[0x17F] = 's'; // the long s
        folds[0x18F] = 0x259; // the schwa of Azerbaijani
        pairs(folds, 0x1A0, 0x1A4);
        folds[0x1AF] = 0x1B0;
        pairs(folds, 0x1CD, 0x1DB);
        pairs(folds, 0x1DE, 0x1EE);
        pairs(folds, 0x1F8, 0x21E);
        pairs(folds, 0x222, 0x232);
        pairs(folds, 0x1E00, 0x1E94);
        folds[0x1E9E] = 0xDF;
        pairs(folds, 0x1EA0, 0x1EFE);
    }

    private static void greek(char[] folds) {
        folds[0x386] = 0x3AC;
        shift(folds, 0x388, 0x38A, 37);
        folds[0x38C] = 0x3CC;
        shift(folds, 0x38E, 0x38F, 63);
        shift(folds, 0x391, 0x3A1, 32);
        shift(folds, 0x3A3, 0x3AB, 32);
        folds[0x3C2] = 0x3C3; // the final sigma
    }

    private static void cyrillic(char[] folds) {
        shift(folds, 0x400, 0x40F, 80);
        shift(folds, 0x410, 0x42F, 32);
        pairs(folds, 0x460, 0x480);
        pairs(folds, 0x48A, 0x4BE);
        folds[0x4C0] = 0x4CF;
        pairs(folds, 0x4C1, 0x4CD);
        pairs(folds, 0x4D0, 0x52E);
    }

    /** Each capital in the range lies {@code distance} below its small letter. */
    private static void shift(char[] folds, int from, int to, int distance) {
        for (int c = from; c <= to; c++) {
            folds[c] = (char) (c + distance);
        }
    }

    /** Capital and small letter alternate, the capital first. */
    private static void pairs(char[] folds, int firstCapital, int lastCapital) {
        for (int c = firstCapital; c <= lastCapital; c += 2) {
            folds[c] = (char) (c + 1);
        }
    }
}
