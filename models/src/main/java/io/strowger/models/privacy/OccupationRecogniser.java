package io.strowger.models.privacy;

/**
 * Occupations in English, where a text presents somebody by one: "worked as Flight attendant", or a line of its own as in a
 * signature. A profession that is only talked about is none.
 */
final class OccupationRecogniser implements Recogniser {
    private static final int MOST_WORDS = 6;

    @Override
    public void recognise(Scan scan, int token) {
        Tokens tokens = scan.tokens();
        if (!tokens.is(token, WordClass.OCCUPATION)) {
            return;
        }
        int first = token;
        while (token - first < MOST_WORDS && !tokens.isCapital(first) && isJoined(scan, first - 1)) {
            first--;
        }
        if (first > 0 && tokens.isCapital(first) && scan.text().at(tokens.end(first - 1)) == '-') {
            first -= tokens.isCapital(first - 1) ? 1 : 0; // "X-ray technician"
        }
        boolean isAnnounced = tokens.is(first - 1, WordClass.WORK_BEFORE) && scan.isNextTo(first - 1);
        if (tokens.isCapital(first) && (isAnnounced || standsApart(scan, first, token))) {
            scan.offer(tokens.start(first), tokens.end(token), EntityKind.TITLE, 68);
        }
    }

    /** Two spaces, a line's edge or a mark before and after. */
    private static boolean standsApart(Scan scan, int first, int last) {
        Text text = scan.text();
        int start = scan.tokens().start(first);
        int end = scan.tokens().end(last);
        boolean isApartBefore = text.isSpace(start - 1) && text.isSpace(start - 2);
        boolean isApartAfter = text.at(end) == 0 || text.isSpace(end) && text.isSpace(end + 1);
        return isApartBefore && isApartAfter;
    }

    /** One space, or a comma and a space, after a word. */
    private static boolean isJoined(Scan scan, int token) {
        if (token < 0) {
            return false;
        }
        Tokens tokens = scan.tokens();
        int end = tokens.end(token);
        int gap = tokens.start(token + 1) - end;
        char sign = scan.text().at(end);
        return gap == 1 && (sign == ' ' || sign == '-')
                || gap == 2 && sign == ',' && scan.text().isSpace(end + 1);
    }
}
