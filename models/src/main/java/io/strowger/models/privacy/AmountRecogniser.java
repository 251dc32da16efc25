package io.strowger.models.privacy;

/** Amounts: a number with a currency's sign, code or word before or after it, in any decimal style. */
final class AmountRecogniser implements Recogniser {
    private static final int MOST_PLACES = 20;

    @Override
    public void recognise(Scan scan, int token) {
        Text text = scan.text();
        Tokens tokens = scan.tokens();
        int start = tokens.start(token);
        if (!text.isDigit(start) || continuesNumber(text, start)) {
            return;
        }
        int end = numberEnd(text, start);
        int from = signBefore(scan, token, start);
        int to = signAfter(scan, token, end);
        if (from < start || to > end) {
            scan.offer(from, to, EntityKind.AMOUNT, 90);
        }
    }

    private static boolean continuesNumber(Text text, int start) {
        char before = text.at(start - 1);
        return text.isDigit(start - 2)
                && (before == '.'
                        || before == ','
                        || before == '\''
                        || before == '-'
                        || before == '/'
                        || before == ':');
    }

    /** Digits, grouped by threes or by what decimals begin with. */
    private static int numberEnd(Text text, int start) {
        int at = start;
        while (at - start < MOST_PLACES) {
            char c = text.at(at);
            boolean isGrouped = (c == '.' || c == ',' || c == '\'') && text.isDigit(at + 1);
            boolean isSpaced = c == ' ' && areThreeDigits(text, at + 1) && at - start <= 3 + 4 * ((at - start) / 4);
            if (text.isDigit(at) || isGrouped || isSpaced) {
                at++;
            } else {
                break;
            }
        }
        boolean isDash = (text.at(at) == ',' || text.at(at) == '.') && text.at(at + 1) == '-';
        return isDash ? at + 2 : at;
    }

    private static boolean areThreeDigits(Text text, int start) {
        return text.isDigit(start) && text.isDigit(start + 1) && text.isDigit(start + 2) && !text.isDigit(start + 3);
    }

    private static int signBefore(Scan scan, int token, int start) {
        Text text = scan.text();
        Tokens tokens = scan.tokens();
        int at = text.at(start - 1) == ' ' ? start - 1 : start;
        if (PhoneRecogniser.isCurrency(text.at(at - 1))) {
            int sign = at - 1;
            boolean hasCountry = token > 0
                    && tokens.end(token - 1) == sign
                    && tokens.length(token - 1) <= 2
                    && tokens.shape(token - 1) == Tokens.ALL_CAPITALS;
            int from = hasCountry ? tokens.start(token - 1) : sign;
            boolean isNegative = text.at(from - 1) == '-' && !text.isAlphanumeric(from - 2);
            return isNegative ? from - 1 : from;
        }
        if (token > 0
                && tokens.end(token - 1) == at
                && tokens.is(token - 1, WordClass.CURRENCY)
                && tokens.shape(token - 1) != Tokens.SMALL) {
            return tokens.start(token - 1);
        }
        return start;
    }

    private static int signAfter(Scan scan, int token, int end) {
        Text text = scan.text();
        Tokens tokens = scan.tokens();
        int at = end;
        int next = scan.tokenFrom(token + 1, end);
        if (text.at(at) == 'k' && !text.isAlphanumeric(at + 1)) {
            at++;
        }
        at += text.at(at) == ' ' ? 1 : 0;
        if (PhoneRecogniser.isCurrency(text.at(at))) {
            boolean belongsToNext = text.isDigit(at + 1) && text.at(at - 1) == ' ';
            return belongsToNext ? end : at + 1;
        }
        if (next < tokens.count() && tokens.start(next) == at && tokens.is(next, WordClass.CURRENCY)) {
            return tokens.end(next);
        }
        return gluedCode(text, end);
    }

    /** "50EUR": a code written together with its number. */
    private static int gluedCode(Text text, int end) {
        int letters = 0;
        long hash = Vocabulary.empty();
        while (letters < 9 && text.isLetter(end + letters)) {
            hash = Vocabulary.extend(hash, text.folded(end + letters));
            letters++;
        }
        boolean isCode = letters >= 2
                && letters < 9
                && !text.isDigit(end + letters)
                && (Vocabulary.shipped().classes(hash) & WordClass.CURRENCY.bit()) != 0;
        return isCode ? end + letters : end;
    }
}
