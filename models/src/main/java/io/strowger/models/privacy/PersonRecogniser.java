package io.strowger.models.privacy;

/**
 * Names of persons, as far as honest: after a title or an introduction, or a known first or last name with what stands
 * beside it. An unknown word that only begins with a capital letter is nobody.
 */
final class PersonRecogniser implements Recogniser {
    private static final int MOST_WORDS = 5;
    private static final int LONGEST_INTRODUCTION = 4;
    private static final long NO_NAME = WordClass.bits(
            WordClass.COMMON,
            WordClass.COUNTRY,
            WordClass.NATIONALITY,
            WordClass.WEEKDAY,
            WordClass.MONTH,
            WordClass.COMPANY_SUFFIX,
            WordClass.STREET_AFTER,
            WordClass.STREET_BEFORE,
            WordClass.UNIT,
            WordClass.CURRENCY,
            WordClass.HONORIFIC,
            WordClass.PHONE,
            WordClass.ORDER,
            WordClass.NAME_BEFORE);
    private static final long KNOWN = WordClass.bits(WordClass.GIVEN_NAME, WordClass.SURNAME);

    /** How sure an introduction makes; see {@code NAME_BEFORE} in the vocabulary. */
    private static final int SURE = 1;

    private static final int PROBABLE = 2;

    /** Numbers of {@code NAME_AFTER}: after a comma, and a phrase of two words. */
    private static final int CALL_AFTER = 2;

    private static final int PHRASE_AFTER = 3;

    private int done;

    /** Forgets how far the last text was read. */
    void begin() {
        done = 0;
    }

    @Override
    public void recognise(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        if (tokens.is(token, WordClass.HONORIFIC)) {
            honorific(scan, token);
        }
        if (token < done || tokens.length(token) > 30) {
            return;
        }
        boolean isCapital = tokens.isCapital(token);
        int introduction = introduction(scan, token);
        if (isCapital && (tokens.classes(token) & NO_NAME) == 0) {
            capital(scan, token, introduction);
        } else if (isCapital && tokens.is(token, WordClass.GIVEN_NAME)) {
            ambiguous(scan, token, introduction);
        } else if (tokens.shape(token) == Tokens.SMALL) {
            small(scan, token, introduction);
        }
    }

    private void honorific(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        Text text = scan.text();
        int end = tokens.end(token);
        int titleEnd = text.at(end) == '.' ? end + 1 : end;
        int first = token + 1;
        boolean isNear = first < tokens.count() && tokens.start(first) - titleEnd <= 2 && text.isSpace(titleEnd);
        if (!isNear || tokens.is(first, WordClass.HONORIFIC)) {
            return; // of "Herr Dr. Weber" the second title leads
        }
        boolean isCapitalName = tokens.isCapital(first) && !tokens.is(first, WordClass.COMMON);
        boolean isSmallName =
                tokens.shape(token) == Tokens.SMALL && titleEnd > end && tokens.shape(first) == Tokens.SMALL;
        if (isCapitalName || isSmallName) {
            int last = isSmallName ? first : lastOfName(scan, first);
            scan.offer(tokens.start(token), titleEnd, EntityKind.TITLE, 90);
            scan.offer(tokens.start(first), tokens.end(last), EntityKind.PERSON, 88);
            done = last + 1;
        }
    }

    private void capital(Scan scan, int token, int introduction) {
        Tokens tokens = scan.tokens();
        int last = lastOfName(scan, token);
        int words = last - token + 1;
        long classes = tokens.classesBetween(token, last + 1) & KNOWN;
        boolean startsGiven = tokens.is(token, WordClass.GIVEN_NAME);
        boolean isPlace = tokens.is(token, WordClass.CITY);
        int percent;
        if (introduction == SURE) {
            percent = 84;
        } else if (introduction == PROBABLE && (classes != 0 || words > 1)) {
            percent = 78;
        } else if (startsGiven) {
            percent = words > 1 ? 80 : isPlace ? 40 : 62;
        } else if (words > 1 && (classes != 0 || Surnames.isLikely(scan.text(), tokens, last))) {
            percent = 66;
        } else if (words > 1 && words < 4 && Surnames.isPossible(scan.text(), tokens, last)) {
            percent = 56;
        } else if (tokens.is(token, WordClass.SURNAME) || Surnames.isLikely(scan.text(), tokens, token)) {
            boolean isUnsure = isSentenceStart(scan, token) || isPlace;
            percent = isUnsure && !isPaired(scan, token) || !isWritten(tokens, token) ? 35 : 54;
        } else if (introduction == PROBABLE && tokens.length(token) > 2 && isWritten(tokens, token)) {
            percent = 60;
        } else if (introduction > PROBABLE && words > 1 && words < 4) {
            percent = 53;
        } else {
            boolean actsAlone = words <= 3 && isWritten(tokens, token) && tokens.length(token) > 1;
            percent = actsAlone && acts(scan, token, last) ? 54 : 20;
        }
        offer(scan, token, last, percent);
    }

    /** Will, Mark, May: a name beside another one or after an introduction, a word elsewhere. */
    private void ambiguous(Scan scan, int token, int introduction) {
        int last = lastOfName(scan, token);
        boolean hasSecond = last > token && scan.tokens().shape(token) == Tokens.CAPITALIZED;
        if (introduction == SURE || introduction == PROBABLE) {
            offer(scan, token, last, 76);
        } else if (hasSecond && !isSentenceStart(scan, token)) {
            offer(scan, token, last, 62);
        }
    }

    /** Names without capitals: introduced, or a known first name with what looks like a last one. */
    private void small(Scan scan, int token, int introduction) {
        Tokens tokens = scan.tokens();
        if ((tokens.classes(token) & NO_NAME) != 0 || tokens.length(token) < 3) {
            return;
        }
        int next = token + 1;
        boolean hasNext = scan.isNextTo(token)
                && scan.text().isSpace(tokens.end(token))
                && tokens.shape(next) == Tokens.SMALL
                && (tokens.classes(next) & NO_NAME) == 0
                && tokens.length(next) >= 3;
        boolean isFamily =
                hasNext && (tokens.is(next, WordClass.SURNAME) || Surnames.isLikely(scan.text(), tokens, next));
        boolean isKnown = (tokens.classes(token) & KNOWN) != 0;
        if (introduction == SURE) {
            offer(scan, token, hasNext ? next : token, 70);
        } else if (tokens.is(token, WordClass.GIVEN_NAME) && isFamily) {
            offer(scan, token, next, 64);
        } else if (introduction > 0 && hasNext && tokens.is(token, WordClass.GIVEN_NAME)) {
            offer(scan, token, next, 58);
        } else if (introduction == PROBABLE && isKnown) {
            offer(scan, token, hasNext && isFamily ? next : token, 60);
        }
    }

    private void offer(Scan scan, int first, int last, int percent) {
        scan.offer(scan.tokens().start(first), scan.tokens().end(last), EntityKind.PERSON, percent);
        if (percent >= 50) {
            done = last + 1;
        }
    }

    /** The vocabulary's number of the words that end before a token, at most four and near; 0 when they introduce nobody. */
    private static int introduction(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        if (token == 0 || tokens.start(token) - tokens.end(token - 1) > 5 || endsSentence(scan.text(), tokens, token)) {
            return 0;
        }
        for (int words = LONGEST_INTRODUCTION; words >= 1; words--) {
            if ((tokens.classesOfPhrase(token - words, token - 1) & WordClass.NAME_BEFORE.bit()) != 0) {
                int number = tokens.numberOfPhrase(token - words, token - 1);
                boolean isQuestion = scan.text().at(tokens.end(token - 1)) == '?';
                return isQuestion && number != SURE ? 0 : number; // "Your last name? Weber", but not "Hello? Anybody"
            }
        }
        return 0;
    }

    private static boolean endsSentence(Text text, Tokens tokens, int token) {
        for (int i = tokens.end(token - 1); i < tokens.start(token); i++) {
            char c = text.at(i);
            if (c == '.' || c == '!' || c == ';') {
                return true;
            }
        }
        return false;
    }

    private static boolean isSentenceStart(Scan scan, int token) {
        return token == 0 || endsSentence(scan.text(), scan.tokens(), token);
    }

    /** An unknown word in capitals is an abbreviation or shouted, not a name. */
    private static boolean isWritten(Tokens tokens, int token) {
        return tokens.shape(token) == Tokens.CAPITALIZED;
    }

    /** "Park and Mann": a family name beside another one. */
    private static boolean isPaired(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        int other = token + 2;
        return other < tokens.count()
                && isWritten(tokens, other)
                && isAnd(scan.text(), tokens.start(token + 1), tokens.length(token + 1))
                && tokens.start(other) - tokens.end(token) <= 5
                && (tokens.is(other, WordClass.SURNAME) || Surnames.isLikely(scan.text(), tokens, other));
    }

    /** And, und, et, y, e, en. */
    private static boolean isAnd(Text text, int start, int length) {
        char first = text.folded(start);
        char second = text.folded(start + 1);
        boolean isLong =
                length == 3 && text.folded(start + 2) == 'd' && second == 'n' && (first == 'a' || first == 'u');
        boolean isShort = length == 2 && first == 'e' && (second == 't' || second == 'n');
        return isLong || isShort || length == 1 && (first == 'y' || first == 'e');
    }

    /** What only persons do: "Xyz said", "Xyz is from", "Xyz and Wilson", or at the beginning "Xyz, can I ...". */
    private static boolean acts(Scan scan, int first, int last) {
        Tokens tokens = scan.tokens();
        int next = last + 1;
        if (scan.isNextTo(last)) {
            boolean speaks = tokens.is(next, WordClass.NAME_AFTER) && tokens.number(next) == 0;
            boolean is = (tokens.classesOfPhrase(next, next + 1) & WordClass.NAME_AFTER.bit()) != 0
                    && tokens.numberOfPhrase(next, next + 1) == PHRASE_AFTER;
            return speaks || is || first == last && isPaired(scan, first);
        }
        boolean isCalled = first == 0
                && tokens.length(first) >= 3
                && scan.text().at(tokens.end(last)) == ','
                && tokens.is(next, WordClass.NAME_AFTER);
        return isCalled && tokens.number(next) == CALL_AFTER && tokens.start(next) - tokens.end(last) <= 2;
    }

    /** The last word of a name that begins at a token: capitals, initials, and small words between two capitals. */
    private static int lastOfName(Scan scan, int first) {
        Tokens tokens = scan.tokens();
        int last = first;
        int next = first + 1;
        boolean isShouted = tokens.shape(first) == Tokens.ALL_CAPITALS;
        while (next < tokens.count() && next - first < MOST_WORDS && isJoined(scan.text(), tokens, next)) {
            boolean isCapital = tokens.isCapital(next)
                    && ((tokens.classes(next) & NO_NAME) == 0
                            || isInitial(scan.text(), tokens, next)
                            || tokens.is(next, WordClass.SURNAME) && tokens.is(next - 1, WordClass.GIVEN_NAME))
                    && (isShouted || tokens.shape(next) == Tokens.CAPITALIZED || tokens.length(next) == 1);
            boolean isParticle = tokens.is(next, WordClass.PARTICLE) && !tokens.isCapital(next);
            if (!isCapital && !isParticle) {
                break;
            }
            last = isCapital ? next : last;
            next++;
        }
        return last;
    }

    private static boolean isInitial(Text text, Tokens tokens, int token) {
        return tokens.length(token) == 1 && text.isCapital(tokens.start(token));
    }

    /** One space, a hyphen, an apostrophe, or an initial's dot and a space stand between. */
    private static boolean isJoined(Text text, Tokens tokens, int token) {
        int gap = tokens.start(token) - tokens.end(token - 1);
        char sign = text.at(tokens.end(token - 1));
        if (gap == 1) {
            return sign == ' ' || sign == '-' || sign == '\'';
        }
        return gap == 2
                && (sign == '.' && tokens.length(token - 1) == 1 || sign == ' ')
                && text.at(tokens.start(token) - 1) == ' ';
    }
}
