package io.strowger.models.privacy;

/** Order, invoice, ticket and tracking numbers, and documents' numbers of no known form: beside the word for them. */
final class OrderRecogniser implements Recogniser {
    private static final int MOST_PLACES = 36;
    private static final long DOCUMENTS = WordClass.bits(WordClass.PASSPORT, WordClass.LICENCE);
    private static final long NUMBERS = WordClass.bits(WordClass.ORDER, WordClass.TRACKING) | DOCUMENTS;
    private static final long FILLERS = WordClass.bits(WordClass.NUMBER, WordClass.IS);

    @Override
    public void recognise(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        Text text = scan.text();
        int start = tokens.start(token);
        char before = text.at(start - 1);
        if (before == '-' && text.isAlphanumeric(start - 2)
                || before == '@'
                || before == '.' && text.isAlphanumeric(start - 2)) {
            return;
        }
        int word = wordBefore(tokens, token);
        int from = before == '#' ? start - 1 : start;
        int end = end(text, start);
        int digits = countDigits(text, start, end);
        if (digits == 0 || text.at(end) == '%' || isAmount(scan, token, start, end)) {
            return;
        }
        if (word < 0) {
            if (before == '#' && digits >= 3) {
                scan.offer(from, end, EntityKind.ORDER_NUMBER, 52);
            }
            return;
        }
        offer(scan, word, token, from, end, digits);
    }

    private static void offer(Scan scan, int word, int token, int from, int end, int digits) {
        Tokens tokens = scan.tokens();
        boolean isTracking = tokens.is(word, WordClass.TRACKING);
        boolean isDocument = (tokens.classes(word) & DOCUMENTS) != 0;
        boolean isNamed = token - word > 1 && (tokens.classesBetween(word + 1, token) & WordClass.NUMBER.bit()) != 0
                || scan.text().at(from) == '#'
                || isLabel(scan.text(), tokens.end(word));
        boolean isLong = digits >= 4 || digits >= 3 && end - from >= 5;
        if (isDocument) {
            boolean isNumber = end - from >= 6 && end - from <= 18 && digits >= 3;
            EntityKind kind = tokens.is(word, WordClass.PASSPORT) ? EntityKind.PASSPORT : EntityKind.DRIVER_LICENSE;
            if (isNumber) {
                scan.offer(from, end, kind, 72);
            }
        } else if (isNamed && digits >= 2 || isLong) {
            EntityKind kind = isTracking ? EntityKind.TRACKING_NUMBER : EntityKind.ORDER_NUMBER;
            scan.offer(from, end, kind, isNamed ? 84 : 70);
        }
    }

    /** The word that says what the number is: right before it, or with "number", "is", "#" between. */
    private static int wordBefore(Tokens tokens, int token) {
        for (int word = token - 1; word >= 0 && word >= token - 4; word--) {
            if ((tokens.classes(word) & NUMBERS) != 0) {
                return word;
            }
            boolean isFiller = (tokens.classes(word) & FILLERS) != 0 || tokens.length(word) <= 2;
            if (!isFiller || tokens.shape(word) == Tokens.NUMBER) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isLabel(Text text, int wordEnd) {
        char next = text.at(wordEnd);
        return next == ':' || next == '#' || next == '=' || next == ' ' && text.at(wordEnd + 1) == ':';
    }

    /** Letters and digits, joined by hyphens, slashes or underscores. */
    private static int end(Text text, int start) {
        int at = start;
        while (at - start < MOST_PLACES) {
            char c = text.at(at);
            boolean joins = (c == '-' || c == '/' || c == '_' || c == '.') && text.isAlphanumeric(at + 1);
            if (!text.isAlphanumeric(at) && !joins) {
                break;
            }
            at++;
        }
        return at;
    }

    private static int countDigits(Text text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += text.isDigit(i) ? 1 : 0;
        }
        return digits;
    }

    private static boolean isAmount(Scan scan, int token, int start, int end) {
        Text text = scan.text();
        char before = text.at(start - 1);
        return PhoneRecogniser.isCurrency(before)
                || PhoneRecogniser.isCurrency(text.at(end))
                || scan.tokens().is(token + 1, WordClass.CURRENCY)
                || text.at(end) == ':' && text.isDigit(end + 1);
    }
}
