package io.strowger.models.privacy;

/** Passwords, one-time codes, user names and keys: by the word before them, or by the form of well-known keys. */
final class SecretRecogniser implements Recogniser {
    private static final int MOST_PLACES = 512;
    private static final String[] KEY_PREFIXES = {
        "sk_live_",
        "sk_test_",
        "pk_live_",
        "rk_live_",
        "sk-",
        "ghp_",
        "gho_",
        "ghs_",
        "github_pat_",
        "glpat-",
        "xoxb-",
        "xoxp-",
        "xoxa-",
        "AKIA",
        "ASIA",
        "AIza",
        "eyJ",
        "SG.",
        "whsec_",
        "shpat_",
        "dop_v1_",
        "npm_",
        "hf_"
    };
    private static final int LEAST_KEY = 16;
    private static final long WORDS = WordClass.bits(WordClass.PASSWORD, WordClass.KEY, WordClass.USER, WordClass.CODE);

    @Override
    public void recognise(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        long classes = tokens.classes(token) & WORDS;
        if (classes != 0 && !tokens.is(token - 1, WordClass.POSTCODE)) {
            afterWord(scan, token, classes);
        }
        if (tokens.shape(token) == Tokens.NUMBER && tokens.length(token) <= 10) {
            codeBeforeWord(scan, token);
        }
        knownKey(scan, token);
        handle(scan, token);
    }

    private static void afterWord(Scan scan, int word, long classes) {
        Text text = scan.text();
        int start = valueStart(scan, word);
        if (start < 0) {
            if ((classes & WordClass.CODE.bit()) != 0) {
                nextNumber(scan, word);
            }
            return;
        }
        int end = valueEnd(text, start);
        int length = end - start;
        if ((classes & WordClass.CODE.bit()) != 0 && isCode(text, start, end)) {
            scan.offer(start, end, EntityKind.ONE_TIME_CODE, 86);
        } else if ((classes & WordClass.PASSWORD.bit()) != 0
                && length >= 4
                && looksChosen(text, start, end, word, scan)) {
            scan.offer(start, passwordEnd(text, end), EntityKind.PASSWORD, 90);
        } else if ((classes & WordClass.KEY.bit()) != 0 && length >= 12 && hasDigit(text, start, end)) {
            scan.offer(start, end, EntityKind.SECRET_KEY, 90);
        } else if ((classes & WordClass.USER.bit()) != 0 && length >= 3 && looksChosen(text, start, end, word, scan)) {
            scan.offer(start, end, EntityKind.USER_NAME, 72);
        }
    }

    /** The place of the value after "password: ", "password is ", "mot de passe est ", or -1. */
    private static int valueStart(Scan scan, int word) {
        Text text = scan.text();
        Tokens tokens = scan.tokens();
        int last = word;
        for (int i = 1; i <= 2 && tokens.is(last + 1, WordClass.NUMBER); i++) {
            last++;
        }
        int at = tokens.end(last);
        while (text.isSpace(at) && at < tokens.end(last) + 2) {
            at++;
        }
        if (text.at(at) == ':' || text.at(at) == '=') {
            return skipSpace(text, at + 1);
        }
        if (tokens.is(last + 1, WordClass.IS)) {
            int after = tokens.end(last + 1);
            return skipSpace(text, text.at(after) == ':' ? after + 1 : after);
        }
        return -1;
    }

    private static int skipSpace(Text text, int start) {
        int at = start;
        while (at < start + 3 && (text.isSpace(at) || text.at(at) == '"' || text.at(at) == '\'')) {
            at++;
        }
        return at;
    }

    private static int valueEnd(Text text, int start) {
        int at = start;
        while (at - start < MOST_PLACES && text.at(at) != 0 && !text.isSpace(at)) {
            at++;
        }
        while (at > start && isClosing(text.at(at - 1))) {
            at--;
        }
        return at;
    }

    /** Passwords like to end with a mark that closes sentences. */
    private static int passwordEnd(Text text, int end) {
        int at = end;
        while (at - end < 4 && (text.at(at) == '!' || text.at(at) == '?')) {
            at++;
        }
        return at;
    }

    private static boolean isClosing(char c) {
        return c == '.' || c == ',' || c == ';' || c == ')' || c == '"' || c == '\'' || c == '?' || c == '!';
    }

    /** With a digit, a sign or a capital inside it was chosen or made; a plain word after "is" may be part of the sentence. */
    private static boolean looksChosen(Text text, int start, int end, int word, Scan scan) {
        boolean isLabelled =
                text.at(scan.tokens().end(word)) == ':' || text.at(scan.tokens().end(word)) == '=';
        if (isLabelled) {
            return true;
        }
        for (int i = start; i < end; i++) {
            if (text.isDigit(i) || !text.isLetter(i) && text.at(i) != '\'' || i > start && text.isCapital(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDigit(Text text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.isDigit(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCode(Text text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += text.isDigit(i) ? 1 : 0;
            if (!text.isAlphanumeric(i) && text.at(i) != '-') {
                return false;
            }
        }
        return digits >= 3 && end - start <= 12;
    }

    /** "PIN 1234", "Code 88-12-33". */
    private static void nextNumber(Scan scan, int word) {
        Tokens tokens = scan.tokens();
        int next = word + 1;
        boolean isCode = tokens.shape(next) == Tokens.NUMBER && scan.isNextTo(word);
        if (isCode && tokens.length(next) >= 3 && tokens.length(next) <= 8) {
            scan.offer(tokens.start(next), tokens.end(next), EntityKind.ONE_TIME_CODE, 68);
        }
    }

    /** "123456 is your code". */
    private static void codeBeforeWord(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        int length = tokens.length(token);
        boolean isCode = length >= 4
                && length <= 8
                && tokens.is(token + 1, WordClass.IS)
                && (tokens.classesBetween(token + 2, token + 6) & WordClass.CODE.bit()) != 0;
        if (isCode) {
            scan.offer(tokens.start(token), tokens.end(token), EntityKind.ONE_TIME_CODE, 84);
        }
    }

    private static void knownKey(Scan scan, int token) {
        Text text = scan.text();
        int start = scan.tokens().start(token);
        for (String prefix : KEY_PREFIXES) {
            if (startsWith(text, start, prefix) && !text.isAlphanumeric(start - 1)) {
                int end = keyEnd(text, start);
                if (end - start >= LEAST_KEY && hasDigit(text, start + prefix.length(), end)) {
                    scan.offer(start, end, EntityKind.SECRET_KEY, 96);
                }
                return;
            }
        }
    }

    private static boolean startsWith(Text text, int start, String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if (text.at(start + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int keyEnd(Text text, int start) {
        int at = start;
        while (at - start < MOST_PLACES
                && (text.isAlphanumeric(at)
                        || (text.at(at) == '_' || text.at(at) == '-' || text.at(at) == '.')
                                && text.isAlphanumeric(at + 1))) {
            at++;
        }
        return at;
    }

    /** A name in a network: {@code @ada_l}. */
    private static void handle(Scan scan, int token) {
        Text text = scan.text();
        int start = scan.tokens().start(token);
        boolean isHandle = text.at(start - 1) == '@'
                && !text.isAlphanumeric(start - 2)
                && text.at(start - 2) != '.'
                && scan.tokens().length(token) >= 3;
        if (isHandle) {
            int end = start;
            while (end - start < 40 && (text.isAlphanumeric(end) || text.at(end) == '_')) {
                end++;
            }
            scan.offer(start - 1, end, EntityKind.USER_NAME, 66);
        }
    }
}
