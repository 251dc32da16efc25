package io.strowger.models.privacy;

/**
 * Postal addresses, as far as honest: a street's word or ending with a number beside it, a box, and what follows it as town,
 * code and country; and postcodes beside a word for them or by themselves.
 */
final class StreetRecogniser implements Recogniser {
    private static final int MOST_WORDS = 16;
    private static final String[] ENDINGS = {
        "strasse", "strase", "gasse", "allee", "straat", "laan", "gracht", "gatan", "vagen", "vegen", "veien", "gade",
                "katu",
        "utca", "straeti", "strati", "vegur", "braut", "tori", "weg", "plein", "kade", "vej", "stien", "platz", "ring",
        "damm", "ufer", "terrasse", "vanget", "steeg", "dijk", "singel", "tie", "mnt", "ulica", "ojantie"
    };
    private static final long PLACES = WordClass.bits(WordClass.COUNTRY, WordClass.CITY);
    private static final int DIRECTION = 2;
    private static final int MOST_BETWEEN = 40;
    private static final long AFTER = WordClass.STREET_AFTER.bit();
    private static final long BEFORE = WordClass.STREET_BEFORE.bit();

    /** The place after the last address of this text. */
    private int addressEnd;

    /** Forgets where the last text's addresses were. */
    void begin() {
        addressEnd = -MOST_BETWEEN;
    }

    @Override
    public void recognise(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        long classes = tokens.classes(token);
        if (isNumber(scan, token)) {
            postcode(scan, token);
        } else if ((classes & AFTER) != 0) {
            afterName(scan, token);
        } else if ((classes & BEFORE) != 0) {
            beforeName(scan, token);
        } else if (isBox(scan, token)) {
            int first = boxStart(scan, token);
            offer(scan, first, token + 1, 84);
        } else if ((classes & WordClass.UNIT.bit()) != 0
                && tokens.number(token) != DIRECTION
                && isNumber(scan, token + 1)
                && isListed(scan, token)) {
            aroundUnit(scan, token);
        } else if (tokens.isCapital(token) && hasStreetEnding(scan, token)) {
            numbered(scan, token, token);
        }
        if (tokens.is(token, WordClass.STREET_CORNER)) {
            corner(scan, token);
        }
        if ((classes & WordClass.ADDRESS.bit()) != 0 && scan.text().at(tokens.end(token)) == ':') {
            labelled(scan, token + 1);
        }
    }

    /** "692 Kuuse 53 Apt. 641": capitals and numbers before a unit's number are a street, whatever its language. */
    private void aroundUnit(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        int first = token;
        int number = token;
        while (first > 0 && token - first < 8 && isListed(scan, first - 1) && mayBeStreet(scan, first - 1)) {
            first--;
            number = isNumber(scan, first) ? first : number;
        }
        while (first < token && tokens.shape(first) == Tokens.SMALL) {
            first++;
        }
        boolean hasStreet = number < token && number - first <= 4;
        offer(scan, hasStreet ? first : token, token + 1, hasStreet ? 76 : 56);
    }

    /** "Address: 5586 Thorunnarstraeti 31, Arnsdorf": what a label announces, when it has a number. */
    private void labelled(Scan scan, int first) {
        Tokens tokens = scan.tokens();
        if (first >= tokens.count() || !isNumber(scan, first) && !tokens.isCapital(first)) {
            return;
        }
        int last = first;
        boolean hasNumber = isNumber(scan, first);
        while (last + 1 < tokens.count() && last - first < MOST_WORDS && goesOn(scan, last)) {
            last = lastOfPlace(scan, last + 1);
            hasNumber |= isNumber(scan, last);
        }
        if (hasNumber && last > first) {
            scan.offer(tokens.start(first), tokens.end(last), EntityKind.STREET_ADDRESS, 74);
        }
    }

    /** "The corner of Lime Street 7 and Mill Lane": two streets, of which the second ends with a street's word or a number. */
    private void corner(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        int last = token + 1;
        boolean hasJoint = false;
        int end = -1;
        while (last + 1 < tokens.count() && last - token < MOST_WORDS && scan.isNextTo(last)) {
            last++;
            if (tokens.length(last) <= 3 && !tokens.isCapital(last) && !tokens.is(last, WordClass.PARTICLE)) {
                hasJoint |= !isNumber(scan, last);
            } else if (hasJoint && (tokens.is(last, WordClass.STREET_AFTER) || isNumber(scan, last))) {
                end = last;
                break;
            }
        }
        if (end > 0 && tokens.length(token + 1) <= 3) {
            offer(scan, token, end, 83);
        }
    }

    private static boolean mayBeStreet(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        long words =
                WordClass.bits(WordClass.STREET_AFTER, WordClass.STREET_BEFORE, WordClass.UNIT, WordClass.PARTICLE);
        return isNumber(scan, token)
                || tokens.isCapital(token) && !tokens.is(token, WordClass.COMMON)
                || (tokens.classes(token) & words) != 0 && tokens.length(token) > 1
                || tokens.shape(token) == Tokens.SMALL && tokens.classes(token) == 0;
    }

    /** Whether only spaces, a comma or an abbreviation's dot stand between a token and the next. */
    private static boolean isListed(Scan scan, int token) {
        int end = scan.tokens().end(token);
        int next = scan.tokens().start(token + 1);
        for (int i = end; i < next; i++) {
            char c = scan.text().at(i);
            if (c != ' ' && c != ',' && (c != '.' || i > end)) {
                return false;
            }
        }
        return next - end <= 3;
    }

    /** "14 Crown Street", "Augsburger Strasse 36". */
    private void afterName(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        int first = token;
        while (first > 0 && token - first < 5 && isNear(scan, first - 1) && isNamePart(scan, first - 1)) {
            first--;
        }
        if (first < token && isNumber(scan, first - 1) && isNear(scan, first - 1)) {
            offer(scan, first - 1, token, 82);
        } else {
            boolean isLong = tokens.length(token) > 3;
            numbered(scan, isLong && first == token ? token : first, token);
        }
    }

    private void numbered(Scan scan, int first, int last) {
        int number = last + 1;
        int gap = number < scan.tokens().count()
                ? scan.tokens().start(number) - scan.tokens().end(last)
                : 9;
        boolean hasDot = scan.text().at(scan.tokens().end(last)) == '.';
        if (gap <= (hasDot ? 2 : 1)
                && isHouseNumber(scan, number)
                && scan.tokens().isCapital(first)) {
            offer(scan, first, number, 78);
        }
    }

    /** "Via Roma 12", "36 rue de Pologne", "Calle de Alcalá, 50". */
    private void beforeName(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        int last = token;
        while (last + 1 < tokens.count()
                && last - token < 6
                && isNearAfter(scan, last)
                && (isNamePart(scan, last + 1) || isNameAfterAll(scan, token, last))) {
            last++;
        }
        while (last > token && tokens.is(last, WordClass.PARTICLE) && !tokens.isCapital(last)) {
            last--;
        }
        boolean isWord = tokens.length(token) > 2 || tokens.isCapital(token + 1) || tokens.isCapital(token + 2);
        boolean hasLeft = isWord && isNumber(scan, token - 1) && tokens.start(token) - tokens.end(token - 1) <= 2;
        boolean isNumbered =
                last > token && isHouseNumber(scan, last + 1) && tokens.start(last + 1) - tokens.end(last) <= 4;
        if (isNumbered) {
            offer(scan, token, last + 1, 80);
        } else if (hasLeft && last > token) {
            offer(scan, token - 1, last, 78);
        }
    }

    /** "Quai du Port", "Calle Mayor": a capital right after the street's word or its particle is a name, whatever it means. */
    private static boolean isNameAfterAll(Scan scan, int street, int last) {
        Tokens tokens = scan.tokens();
        boolean isFirst = last == street || tokens.is(last, WordClass.PARTICLE) && !tokens.isCapital(last);
        return isFirst && tokens.length(street) > 2 && tokens.isCapital(last + 1);
    }

    private static boolean isBox(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        boolean isWord = tokens.is(token, WordClass.UNIT) && tokens.number(token) == 1;
        return isWord && isNumber(scan, token + 1) && isNear(scan, token);
    }

    private static int boxStart(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        Text text = scan.text();
        int start = tokens.start(token);
        if (token >= 2
                && text.folded(start - 2) == '.'
                && text.folded(start - 3) == 'o'
                && text.folded(start - 5) == 'p') {
            return token - 2;
        }
        if (token >= 1 && tokens.length(token - 1) == 2 && text.folded(tokens.start(token - 1)) == 'p') {
            return token - 1;
        }
        return token >= 2 && isNumber(scan, token - 1) && tokens.length(token - 2) <= 4 ? token - 2 : token;
    }

    private void offer(Scan scan, int first, int last, int percent) {
        Tokens tokens = scan.tokens();
        int from = first;
        if (from > 0 && isNumber(scan, from - 1) && isNear(scan, from - 1)) {
            from--;
        }
        int to = last;
        while (to + 1 < tokens.count() && to - first < MOST_WORDS && goesOn(scan, to)) {
            to = lastOfPlace(scan, to + 1);
        }
        scan.offer(tokens.start(from), tokens.end(to), EntityKind.STREET_ADDRESS, percent);
        addressEnd = tokens.end(to);
    }

    /** The last word of a place of several words that begins at a token, or the token itself. */
    private static int lastOfPlace(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        if (tokens.is(token, WordClass.PLACE_START)) {
            for (int last = token + 2; last > token; last--) {
                if ((tokens.classesOfPhrase(token, last) & PLACES) != 0) {
                    return last;
                }
            }
        }
        return token;
    }

    /** Units, codes, towns and countries follow, with spaces and a comma or an abbreviation's dot between. */
    private static boolean goesOn(Scan scan, int token) {
        Text text = scan.text();
        Tokens tokens = scan.tokens();
        int next = token + 1;
        int at = tokens.end(token);
        boolean mayHaveDot =
                tokens.is(token, WordClass.UNIT) || tokens.is(token, WordClass.STREET_AFTER) || isNumber(scan, token);
        if (text.at(at) == '.' && mayHaveDot && (tokens.is(next, WordClass.UNIT) || !isNumber(scan, token))
                || text.at(at) == ','
                || text.at(at) == ' ' && text.at(at + 1) == ',') {
            at += text.at(at) == ' ' ? 2 : 1;
        }
        int spaces = 0;
        while (spaces < 3 && text.at(at) == ' ') {
            at++;
            spaces++;
        }
        boolean isHyphen = spaces == 0 && text.at(at) == '-' && at + 1 == tokens.start(next);
        if (!isHyphen && (at != tokens.start(next) || spaces == 0)) {
            return false;
        }
        return isAddressWord(scan, next);
    }

    private static boolean isAddressWord(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        long parts = WordClass.bits(WordClass.UNIT, WordClass.COUNTRY, WordClass.CITY);
        boolean isPart = (tokens.classes(token) & parts) != 0
                && (tokens.isCapital(token) || !tokens.is(token, WordClass.UNIT) || tokens.number(token) != DIRECTION);
        if (isPart || isNumber(scan, token) && tokens.length(token) <= 6) {
            return true;
        }
        boolean startsPlace = lastOfPlace(scan, token) > token;
        boolean isState = isState(tokens, token) && isNumber(scan, token + 1);
        long others = WordClass.bits(WordClass.COMMON, WordClass.GIVEN_NAME);
        return startsPlace || isState || tokens.isCapital(token) && (tokens.classes(token) & others) == 0;
    }

    private static boolean isNamePart(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        return tokens.isCapital(token) && !tokens.is(token, WordClass.COMMON)
                || tokens.is(token, WordClass.PARTICLE)
                || tokens.shape(token) == Tokens.SMALL
                        && (tokens.classes(token) & WordClass.bits(WordClass.COMMON, WordClass.IS)) == 0;
    }

    private static boolean isNear(Scan scan, int token) {
        if (token < 0) {
            return false;
        }
        int end = scan.tokens().end(token);
        int gap = scan.tokens().start(token + 1) - end;
        char sign = scan.text().at(end);
        char second = scan.text().at(end + 1);
        return gap <= 1 && sign != '.' && sign != '>' || gap == 2 && (sign == ' ' || sign == ',') && second == ' ';
    }

    private static boolean isNearAfter(Scan scan, int token) {
        int gap = scan.tokens().start(token + 1) - scan.tokens().end(token);
        char sign = scan.text().at(scan.tokens().end(token));
        return gap == 1 && (sign == ' ' || sign == '\'' || sign == '-') || gap == 2 && sign == '.';
    }

    private static boolean isNumber(Scan scan, int token) {
        return scan.tokens().shape(token) == Tokens.NUMBER;
    }

    /** 12, 12a, 468; not a year and not a long number. */
    private static boolean isHouseNumber(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        byte shape = tokens.shape(token);
        boolean startsWithDigit =
                shape == Tokens.NUMBER || shape == Tokens.MIXED && scan.text().isDigit(tokens.start(token));
        return startsWithDigit && tokens.length(token) <= 5;
    }

    private static boolean hasStreetEnding(Scan scan, int token) {
        Text text = scan.text();
        int end = scan.tokens().end(token);
        int length = scan.tokens().length(token);
        if (!isHouseNumber(scan, token + 1) || length < 6) {
            return false;
        }
        for (String ending : ENDINGS) {
            int i = 1;
            while (i <= ending.length() && text.folded(end - i) == ending.charAt(ending.length() - i)) {
                i++;
            }
            if (i > ending.length() && length >= ending.length() + 3) {
                return true;
            }
        }
        return false;
    }

    private void postcode(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        Text text = scan.text();
        int start = tokens.start(token);
        int end = tokens.end(token);
        int length = end - start;
        if (length < 3 || length > 6) {
            return;
        }
        boolean isNamed =
                (scan.before(token, 3) & WordClass.POSTCODE.bit()) != 0 && !tokens.is(token - 1, WordClass.ORDER);
        boolean isGerman = length == 5 && DateRecogniser.number(text, start, 5) > 1000;
        boolean isDutch = length == 4
                && tokens.shape(token + 1) == Tokens.ALL_CAPITALS
                && tokens.length(token + 1) == 2
                && scan.isNextTo(token);
        if (isNamed) {
            boolean isLonger = isDutch
                    || text.at(end) == '-' && tokens.shape(token + 1) == Tokens.NUMBER && tokens.length(token + 1) <= 4;
            scan.offer(start, isLonger ? tokens.end(token + 1) : end, EntityKind.ZIP_CODE, 92);
        } else if (isDutch && text.at(end) == ' ') {
            scan.offer(start, tokens.end(token + 1), EntityKind.ZIP_CODE, 54);
        } else if (isGerman && scan.isAlone(start, end)) {
            scan.offer(start, end, EntityKind.DE_PLZ, 51);
        } else if (length == 5 && followsState(scan, token) && isMilitary(tokens, token - 2)) {
            scan.offer(tokens.start(token - 2), end, EntityKind.STREET_ADDRESS, 80);
        } else if (length >= 4 && start - addressEnd < MOST_BETWEEN && followsPlace(scan, token)) {
            scan.offer(start, end, EntityKind.STREET_ADDRESS, 64);
        } else if (length == 5
                && (tokens.is(token + 1, WordClass.CITY) && scan.isNextTo(token) || followsState(scan, token))) {
            scan.offer(start, end, EntityKind.ZIP_CODE, 60);
        }
    }

    /** "Germany 74285" some words after an address belongs to it. */
    private static boolean followsPlace(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        boolean isPlace = (tokens.classes(token - 1) & PLACES) != 0
                || (tokens.classesOfPhrase(token - 2, token - 1) & PLACES) != 0;
        return isPlace && scan.isNextTo(token - 1) || followsState(scan, token);
    }

    /** "APO AE 09012": army, fleet and diplomatic post of the United States. */
    private static boolean isMilitary(Tokens tokens, int token) {
        return tokens.is(token, WordClass.UNIT)
                && tokens.shape(token) == Tokens.ALL_CAPITALS
                && tokens.length(token) == 3;
    }

    private static boolean followsState(Scan scan, int token) {
        return isState(scan.tokens(), token - 1)
                && scan.isNextTo(token - 1)
                && scan.text().isSpace(scan.tokens().start(token) - 1);
    }

    private static boolean isState(Tokens tokens, int token) {
        return tokens.shape(token) == Tokens.ALL_CAPITALS && tokens.length(token) == 2;
    }
}
