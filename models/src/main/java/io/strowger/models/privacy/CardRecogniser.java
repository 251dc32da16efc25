package io.strowger.models.privacy;

/** Payment cards: 12 to 19 digits, in groups or not, with a Luhn digit; the issuer's ranges or a word for a card beside it. */
final class CardRecogniser implements Recogniser {
    private static final int LEAST_DIGITS = 12;
    private static final int MOST_DIGITS = 19;

    private final char[] digits = new char[MOST_DIGITS];
    private final int[] groupEnds = new int[MOST_DIGITS + 1];
    private final int[] groupDigits = new int[MOST_DIGITS + 1];

    @Override
    public void recognise(Scan scan, int token) {
        Text text = scan.text();
        int start = scan.tokens().start(token);
        if (!text.isDigit(start) || continuesNumber(text, start)) {
            return;
        }
        int groups = readGroups(text, start);
        for (int group = groups - 1; group >= 0 && groupDigits[group] >= LEAST_DIGITS; group--) {
            if (isCard(scan, token, start, groupEnds[group], groupDigits[group], group + 1)) {
                return;
            }
        }
    }

    private boolean isCard(Scan scan, int token, int start, int end, int count, int groups) {
        Text text = scan.text();
        if (text.isLetter(end) || !CheckDigits.luhn(digits, 0, count) || CheckDigits.isAllSame(digits, count)) {
            return false;
        }
        boolean isConfirmed = (scan.context(token, end) & WordClass.CARD.bit()) != 0;
        boolean isIssued = isIssued(count) && groups <= 6;
        if (!isIssued && !isConfirmed) {
            return false;
        }
        int percent = isIssued ? scan.isAlone(start, end) ? 95 : 88 : 80;
        scan.offer(start, end, EntityKind.CREDIT_CARD, isConfirmed && isIssued ? 99 : percent);
        return true;
    }

    /** A group ends where a separator stands; a run of more digits than a card has none. */
    private int readGroups(Text text, int start) {
        int groups = 0;
        int count = 0;
        int at = start;
        while (true) {
            while (text.isDigit(at) && count < MOST_DIGITS) {
                digits[count++] = text.at(at++);
            }
            if (text.isDigit(at)) {
                return groups;
            }
            groupEnds[groups] = at;
            groupDigits[groups++] = count;
            char separator = text.at(at);
            boolean goesOn = (separator == ' ' || separator == '-' || separator == '.') && text.isDigit(at + 1);
            if (!goesOn || count == MOST_DIGITS || groups > MOST_DIGITS) {
                return groups;
            }
            at++;
        }
    }

    private static boolean continuesNumber(Text text, int start) {
        char before = text.at(start - 1);
        boolean isSeparator = before == ' ' || before == '-' || before == '.' || before == '/';
        return before == '+' || isSeparator && text.isDigit(start - 2) && text.isDigit(start - 3);
    }

    /** ISO/IEC 7812 ranges of the networks that are in use, with the lengths that each gives out. */
    private boolean isIssued(int count) {
        long two = CheckDigits.number(digits, 0, 2);
        long four = CheckDigits.number(digits, 0, 4);
        if (digits[0] == '4') {
            return count == 13 || count == 16 || count == 19;
        }
        if (two >= 51 && two <= 55 || four >= 2221 && four <= 2720) {
            return count == 16;
        }
        if (two == 34 || two == 37) {
            return count == 15;
        }
        if (four >= 3000 && four <= 3059 || four == 3095 || two == 36 || two == 38 || two == 39) {
            return count == 14 || count == 16 || count == 19;
        }
        if (two == 35 || two == 60 || two == 62 || two == 64 || two == 65 || two == 81) {
            return count >= 16;
        }
        if (four == 2131 || four == 1800) {
            return count == 15;
        }
        boolean isMaestro = two == 50 || two >= 56 && two <= 58 || two == 61 || two == 63 || two >= 66 && two <= 69;
        return isMaestro && count >= 13 || four >= 2200 && four <= 2204 && count >= 16;
    }
}
