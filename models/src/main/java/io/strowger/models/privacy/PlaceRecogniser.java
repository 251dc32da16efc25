package io.strowger.models.privacy;

/** Countries, towns, nationalities, firms and ages: own small lists, and the words that stand beside them. */
final class PlaceRecogniser implements Recogniser {
    private static final int LONGEST_PLACE = 4;
    private static final int SURE_BEFORE = 1;
    private static final int AGE_BEFORE = 1;
    private static final int AGE_AFTER = 2;
    private static final int OLDEST = 120;

    /** For "in English" and "Swiss francs". */
    private static final int UNLIKELY = 40;

    @Override
    public void recognise(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        if (tokens.shape(token) == Tokens.NUMBER) {
            age(scan, token);
            return;
        }
        place(scan, token);
        if (tokens.is(token, WordClass.NATIONALITY)) {
            boolean isLanguage = tokens.is(token - 1, WordClass.PLACE_BEFORE) && tokens.length(token - 1) <= 3;
            boolean isMoney = tokens.is(token + 1, WordClass.CURRENCY) || tokens.is(token + 1, WordClass.CARD);
            scan.offer(tokens.start(token), tokens.end(token), EntityKind.NRP, isLanguage || isMoney ? UNLIKELY : 66);
        }
        if (tokens.is(token, WordClass.COMPANY_SUFFIX)) {
            company(scan, token);
        }
    }

    private static void place(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        long classes = tokens.classes(token);
        if ((classes & WordClass.PLACE_START.bit()) != 0) {
            for (int last = token + LONGEST_PLACE - 1; last > token; last--) {
                long phrase = tokens.classesOfPhrase(token, last);
                if ((phrase & WordClass.bits(WordClass.COUNTRY, WordClass.CITY)) != 0) {
                    scan.offer(tokens.start(token), tokens.end(last), EntityKind.GPE, 72);
                    return;
                }
            }
        }
        boolean isCapital = tokens.isCapital(token);
        boolean isCountry = (classes & WordClass.COUNTRY.bit()) != 0;
        if (isCountry && (isCapital || (classes & WordClass.COMMON.bit()) == 0)) {
            scan.offer(tokens.start(token), tokens.end(token), EntityKind.GPE, isCapital ? 70 : 60);
        } else if (isCapital && (classes & WordClass.CITY.bit()) != 0) {
            scan.offer(tokens.start(token), tokens.end(token), EntityKind.GPE, 63);
        } else if (isCapital && (classes & WordClass.COMMON.bit()) == 0) {
            unknownTown(scan, token);
        }
    }

    /** "I live in Xyz", "flew to Xyz": the vocabulary marks such phrases. */
    private static void unknownTown(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        for (int words = 3; words >= 2; words--) {
            boolean isBefore = tokens.numberOfPhrase(token - words, token - 1) == SURE_BEFORE
                    && (tokens.classesOfPhrase(token - words, token - 1) & WordClass.PLACE_BEFORE.bit()) != 0;
            if (isBefore) {
                int last = token;
                while (last - token < 3
                        && scan.isNextTo(last)
                        && tokens.isCapital(last + 1)
                        && (tokens.classes(last + 1) & WordClass.bits(WordClass.COMMON, WordClass.WEEKDAY)) == 0) {
                    last++;
                }
                scan.offer(tokens.start(token), tokens.end(last), EntityKind.GPE, 65);
                return;
            }
        }
    }

    /** Capitals before Inc, GmbH, Ltd. */
    private static void company(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        int first = token;
        while (first > 0 && token - first < 5 && scan.isNextTo(first - 1) && isCompanyWord(tokens, first - 1)) {
            first--;
        }
        boolean isNumbered = tokens.shape(token + 1) == Tokens.NUMBER && scan.isNextTo(token);
        if (first < token && !isNumbered && (tokens.isCapital(token) || tokens.number(token) == 1)) {
            boolean hasDot = scan.text().at(tokens.end(token)) == '.' && tokens.length(token) <= 4;
            int end = tokens.end(token) + (hasDot && scan.text().isSpace(tokens.end(token) + 1) ? 1 : 0);
            scan.offer(tokens.start(first), end, EntityKind.ORGANIZATION, 76);
        }
    }

    private static boolean isCompanyWord(Tokens tokens, int token) {
        return tokens.isCapital(token) && !tokens.is(token, WordClass.COMMON);
    }

    /** "82 y/o", "a 62-year-old", "aged 34", "34 Jahre alt", "tengo 25 años". */
    private static void age(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        int length = tokens.length(token);
        if (length > 3 || DateRecogniser.number(scan.text(), tokens.start(token), length) > OLDEST || length == 0) {
            return;
        }
        int before =
                Math.max(word(tokens, token - 1), Math.max(word(tokens, token - 2) == AGE_BEFORE ? AGE_BEFORE : 0, 0));
        boolean isBefore = before == AGE_BEFORE;
        int next = word(tokens, token + 1);
        boolean isOld = next == AGE_AFTER || word(tokens, token + 2) == AGE_AFTER;
        boolean isYears = next > AGE_AFTER;
        boolean isShort = isYearOld(scan.text(), tokens.end(token));
        if (isOld || isShort || isBefore && (isYears || isAgeWord(tokens, token))) {
            scan.offer(tokens.start(token), tokens.end(token), EntityKind.AGE, 80);
        }
    }

    /** "82 y/o". */
    private static boolean isYearOld(Text text, int end) {
        int at = text.at(end) == ' ' ? end + 1 : end;
        return text.folded(at) == 'y' && text.at(at + 1) == '/' && text.folded(at + 2) == 'o';
    }

    /** "Age 34", "age of 72": the word itself, not a verb that also stands before other numbers. */
    private static boolean isAgeWord(Tokens tokens, int token) {
        return tokens.is(token - 1, WordClass.BIRTH) || tokens.is(token - 2, WordClass.BIRTH);
    }

    private static int word(Tokens tokens, int token) {
        return tokens.is(token, WordClass.AGE) ? tokens.number(token) : 0;
    }
}
