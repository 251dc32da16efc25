package io.strowger.models.privacy;

/** Endings by which family names of many countries are known, although nobody can list them. */
final class Surnames {
    /** Few other words end like these. */
    private static final String[] LIKELY = {
        "sson", "ssen", "nsen", "rsen", "lsen", "tsen", "ovic", "evic", "kova", "nova", "rova", "wski", "wska", "owska",
        "cki", "czyk", "wicz", "czak", "enko", "escu", "dottir", "poulos", "opoulou", "ayev", "khanov", "khoev",
        "bekov", "qvist", "quist", "strom", "shvili", "iello", "vich", "yev", "ugsson"
    };

    /** Other words end like these too: only beside a first word that may be a name. */
    private static final String[] POSSIBLE = {
        "ov", "ev", "ova", "eva", "sky", "ski", "ska", "idis", "akis", "akos", "nen", "berg", "gren", "gaard", "lund",
        "dahl", "stad", "elli", "etti", "ucci", "acci", "azzi", "ozzi", "elli", "ini", "ez", "dze", "yan", "mann",
                "stein",
        "meyer", "maier", "ason", "arson", "moto", "mura", "shima", "hashi", "zawa", "kawa"
    };

    private Surnames() {}

    /** Whether a word of six letters or more ends like a family name and like little else, or begins with Mc. */
    static boolean isLikely(Text text, Tokens tokens, int token) {
        int start = tokens.start(token);
        int length = tokens.length(token);
        boolean isScottish = text.isCapital(start)
                && text.folded(start) == 'm'
                && text.folded(start + 1) == 'c'
                && text.isCapital(start + 2);
        return isScottish && length >= 5
                || length >= 6 && endsWithAny(text, tokens.end(token), LIKELY)
                || length >= 4 && hasSlavicEnding(text, tokens.end(token));
    }

    /** Whether a word ends as many family names do. */
    static boolean isPossible(Text text, Tokens tokens, int token) {
        return tokens.length(token) >= 5 && endsWithAny(text, tokens.end(token), POSSIBLE);
    }

    /** With their accents, "-i\u0107", "-\u010Di\u010D" and "-ov\u00E1" stand in names of persons almost only. */
    private static boolean hasSlavicEnding(Text text, int end) {
        char last = text.at(end - 1);
        char before = text.at(end - 2);
        return before == 'i' && (last == '\u0107' || last == '\u010D')
                || last == '\u00E1' && (before == 'v' || before == 'n' || before == 'k');
    }

    private static boolean endsWithAny(Text text, int end, String[] suffixes) {
        for (String suffix : suffixes) {
            if (endsWith(text, end, suffix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(Text text, int end, String suffix) {
        for (int i = 1; i <= suffix.length(); i++) {
            if (text.folded(end - i) != suffix.charAt(suffix.length() - i)) {
                return false;
            }
        }
        return true;
    }
}
