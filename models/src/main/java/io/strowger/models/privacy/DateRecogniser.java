package io.strowger.models.privacy;

/** Dates and times, numeric and written with months and weekdays of seven languages. Only days that exist. */
final class DateRecogniser implements Recogniser {
    private static final long WHEN = WordClass.bits(WordClass.WHEN, WordClass.BIRTH, WordClass.PLACE_BEFORE);

    @Override
    public void recognise(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        if (tokens.is(token, WordClass.WEEKDAY)) {
            weekday(scan, token);
        }
        if (tokens.is(token, WordClass.MONTH)) {
            month(scan, token);
        }
        if (scan.text().isDigit(tokens.start(token))) {
            numeric(scan, token);
        }
    }

    private static void weekday(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        scan.offer(tokens.start(token), tokens.end(token), EntityKind.DATE_TIME, 62);
    }

    private static void numeric(Scan scan, int token) {
        Text text = scan.text();
        int start = scan.tokens().start(token);
        char before = text.at(start - 1);
        boolean isJoined =
                (before == '/' || before == '-' || before == '.' || before == ',') && text.isAlphanumeric(start - 2)
                        || before == ':' && text.isDigit(start - 2);
        if (isJoined || text.isLetter(start - 1) || PhoneRecogniser.isCurrency(before)) {
            return;
        }
        int first = digits(text, start);
        char separator = text.at(start + first);
        if (separator == ':' && first <= 2) {
            int end = Times.end(text, start);
            if (end > 0) {
                scan.offer(start, end, EntityKind.DATE_TIME, 66);
            }
            return;
        }
        if (first <= 2 && Times.isHour(scan, token, start + first)) {
            int end = Times.withWord(scan, token);
            scan.offer(start, end, EntityKind.DATE_TIME, 60);
        }
        if (first == 4 && separator != '-' && separator != '/' && separator != '.') {
            year(scan, token, start);
        }
        if (separator == '/' || separator == '-' || separator == '.') {
            parts(scan, token, start, first, separator);
        }
    }

    /** Two or three numbers with the same sign between. */
    private static void parts(Scan scan, int token, int start, int first, char separator) {
        Text text = scan.text();
        int at = start + first + 1;
        int gap = separator == '.' && text.at(at) == ' ' ? 1 : 0;
        at += gap;
        int second = digits(text, at);
        if (second < 1 || second > 2 && first > 2 || second > 4) {
            namedMonth(scan, token, start, first, at);
            return;
        }
        long a = number(text, start, first);
        long b = number(text, at, second);
        int third = at + second;
        int thirdGap = text.at(third) == separator && gap == 1 && text.at(third + 1) == ' ' ? 1 : 0;
        int width = text.at(third) == separator ? digits(text, third + 1 + thirdGap) : 0;
        if (width == 0) {
            twoParts(scan, token, start, third, first, second, a, b, separator);
            return;
        }
        long c = number(text, third + 1 + thirdGap, width);
        int end = third + 1 + thirdGap + width;
        if (second > 2 || !isDate(first, a, b, width, c) || text.isLetter(end) && text.folded(end) != 't') {
            return;
        }
        if (isJoinedAfter(text, end)) {
            return;
        }
        boolean isSure = first == 4 || width == 4 || (scan.context(token, end) & WHEN) != 0 || scan.isAlone(start, end);
        scan.offer(start, Times.afterDate(text, end), EntityKind.DATE_TIME, isSure ? 92 : 70);
    }

    private static boolean isJoinedAfter(Text text, int end) {
        char next = text.at(end);
        return text.isDigit(end) || (next == '/' || next == '-' || next == '.') && text.isAlphanumeric(end + 1);
    }

    private static boolean isDate(int firstWidth, long a, long b, int thirdWidth, long c) {
        if (firstWidth == 4) {
            return isYear(a) && thirdWidth <= 2 && CheckDigits.isDay(b, c);
        }
        boolean hasYear = thirdWidth == 2 || thirdWidth == 4 && isYear(c);
        return firstWidth <= 2 && hasYear && (CheckDigits.isDay(a, b) || CheckDigits.isDay(b, a));
    }

    private static boolean isYear(long year) {
        return year >= 1800 && year < 2200;
    }

    /** A day and a month, or a month and a year: weak without a word before. */
    private static void twoParts(
            Scan scan, int token, int start, int end, int first, int second, long a, long b, char separator) {
        Text text = scan.text();
        if (text.isAlphanumeric(end) || isJoinedAfter(text, end) || text.at(end) == '%') {
            return;
        }
        boolean isMonthOfYear = first <= 2 && second == 4 && a >= 1 && a <= 12 && isYear(b) && separator != '.'
                || first == 4 && second == 2 && isYear(a) && b >= 1 && b <= 12 && separator == '-';
        boolean isDay = first <= 2 && second <= 2 && (CheckDigits.isDay(a, b) || CheckDigits.isDay(b, a));
        boolean isAnnounced = (scan.before(token, 3) & WHEN) != 0 || scan.isAlone(start, end);
        if (isMonthOfYear) {
            scan.offer(start, end, EntityKind.DATE_TIME, 66);
        } else if (isDay && separator == '/' && isAnnounced) {
            scan.offer(start, end, EntityKind.DATE_TIME, 64);
        } else if (isDay && separator == '.' && text.at(end) == '.' && isAnnounced) {
            scan.offer(start, end + 1, EntityKind.DATE_TIME, 64);
        }
    }

    /** 5-MAY-2021, 20-Mar-85. */
    private static void namedMonth(Scan scan, int token, int start, int first, int at) {
        Tokens tokens = scan.tokens();
        int month = token + 1;
        if (first > 2 || !tokens.is(month, WordClass.MONTH) || tokens.start(month) != at) {
            return;
        }
        int end = tokens.end(month);
        if (isSign(scan.text().at(end)) && tokens.shape(month + 1) == Tokens.NUMBER) {
            end = tokens.end(month + 1);
        }
        scan.offer(start, Times.afterDate(scan.text(), end), EntityKind.DATE_TIME, 88);
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '/' || c == '.';
    }

    private static void year(Scan scan, int token, int start) {
        Text text = scan.text();
        long year = number(text, start, 4);
        int end = start + 4;
        boolean isPlain = scan.tokens().length(token) == 4 && year >= 1900 && year < 2100;
        boolean isAnnounced = (scan.before(token, 1) & WordClass.bits(WordClass.WHEN, WordClass.BIRTH)) != 0;
        boolean isCounted =
                scan.tokens().is(token + 1, WordClass.CURRENCY) || scan.tokens().is(token + 1, WordClass.UNIT);
        if (isPlain && isAnnounced && !isCounted && text.at(end) != '%') {
            scan.offer(start, end, EntityKind.DATE_TIME, 58);
        }
    }

    /** A month's name with a day or a year beside it: 12th of May 2021, May 12, 3 de marzo de 2020, 1er mars. */
    private static void month(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        Text text = scan.text();
        int first = token;
        int before = token - 1;
        if (tokens.is(before, WordClass.PARTICLE)
                || tokens.is(before, WordClass.COMMON) && tokens.length(before) == 2) {
            before--;
        }
        boolean hasDay = isDayNumber(scan, before) && tokens.start(token) - tokens.end(before) <= 5;
        if (hasDay) {
            first = before;
        }
        int last = token;
        int next = token + 1;
        boolean isNear = next < tokens.count() && tokens.start(next) - tokens.end(token) <= 2;
        if (!hasDay && isNear && isDayNumber(scan, next)) {
            last = next++;
            hasDay = true;
        }
        if (tokens.is(next, WordClass.PARTICLE)) {
            next++;
        }
        boolean hasYear = isYearToken(scan, next) && tokens.start(next) - tokens.end(last) <= 5;
        if (hasYear) {
            last = next;
        }
        boolean isAnnounced = tokens.isCapital(token)
                && tokens.length(token) > 3
                && (scan.before(token, 1) & WordClass.bits(WordClass.PLACE_BEFORE, WordClass.WHEN)) != 0;
        if (hasDay || hasYear || isAnnounced) {
            int end = Times.afterDate(text, tokens.end(last));
            scan.offer(tokens.start(first), end, EntityKind.DATE_TIME, hasDay || hasYear ? 90 : 55);
        }
    }

    private static boolean isDayNumber(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        if (token < 0 || token >= tokens.count() || tokens.length(token) > 4) {
            return false;
        }
        int width = digits(scan.text(), tokens.start(token));
        int suffix = tokens.length(token) - width;
        long day = number(scan.text(), tokens.start(token), Math.min(width, 2));
        return width >= 1 && width <= 2 && suffix <= 2 && day >= 1 && day <= 31;
    }

    private static boolean isYearToken(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        return tokens.shape(token) == Tokens.NUMBER
                && tokens.length(token) == 4
                && isYear(number(scan.text(), tokens.start(token), 4));
    }

    /** How many digits stand from a place on, at most 9 are told. */
    static int digits(Text text, int start) {
        int count = 0;
        while (count < 9 && text.isDigit(start + count)) {
            count++;
        }
        return count;
    }

    static long number(Text text, int start, int digits) {
        long number = 0;
        for (int i = start; i < start + digits; i++) {
            number = number * 10 + text.at(i) - '0';
        }
        return number;
    }
}
