package io.strowger.models.privacy;

/** E-mail addresses, URLs and host names. Begins at a word and looks at most 2,048 places ahead. */
final class InternetRecogniser implements Recogniser {
    private static final int MOST_LOCAL = 64;
    private static final int MOST_HOST = 253;
    private static final int MOST_URL = 2048;

    /** Endings of host names that are taken for one without a scheme; all two-letter ones are added but for these words. */
    private static final String ENDINGS =
            " com org net edu gov mil int info biz app dev shop store online site cloud blog tech wiki email xyz club top "
                    + "news live world agency support help academy company services ";

    private static final String NO_ENDINGS = " am as at be by do id in is it me my no so to us he hi oh ok ma pa ";

    private int scanned;

    /** Forgets how far the last text was scanned. */
    void begin() {
        scanned = 0;
    }

    @Override
    public void recognise(Scan scan, int token) {
        Text text = scan.text();
        int start = scan.tokens().start(token);
        int end = scan.tokens().end(token);
        char next = text.at(end);
        if (start < scanned) {
            return; // the middle of what was read already
        }
        if (next == ':' && text.at(end + 1) == '/' && text.at(end + 2) == '/') {
            scanned = Math.max(scanned, url(scan, start, end + 3, true));
        } else if (next == '@' || isLocalSign(next) && text.isAlphanumeric(end + 1)) {
            addressOrHost(scan, start);
        }
    }

    private static boolean isLocalSign(char c) {
        return c == '.' || c == '-' || c == '_' || c == '+' || c == '%' || c == '\'' || c == '&';
    }

    private void addressOrHost(Scan scan, int start) {
        Text text = scan.text();
        int at = start;
        while (at - start <= MOST_LOCAL && (text.isAlphanumeric(at) || isLocalSign(text.at(at)))) {
            at++;
        }
        if (text.at(at) == '@') {
            int host = at + 1;
            int end = hostEnd(text, host);
            if (at - start <= MOST_LOCAL && text.isAlphanumeric(at - 1) && hasEnding(text, host, end, false)) {
                scan.offer(start, end, EntityKind.EMAIL_ADDRESS, 98);
                scanned = end;
                return;
            }
        }
        int end = url(scan, start, start, false);
        scanned = Math.max(end, Math.min(at, start + MOST_LOCAL));
    }

    /** A URL whose host begins at a place, or a host name by itself; returns its end, or 0 when there is none. */
    private static int url(Scan scan, int start, int host, boolean hasScheme) {
        Text text = scan.text();
        if (text.at(start - 1) == '@' || text.at(start - 1) == '.') {
            return 0;
        }
        int hostStart = hasScheme ? afterUser(text, host) : host;
        int hostEnd = hostEnd(text, hostStart);
        boolean isWww = text.folded(host) == 'w' && text.folded(host + 1) == 'w' && text.folded(host + 2) == 'w';
        boolean isAddress =
                hasScheme && text.isDigit(hostStart) && text.isDigit(hostEnd - 1) && hostEnd - hostStart >= 7;
        if (!isAddress && !hasEnding(text, hostStart, hostEnd, !hasScheme && !isWww)) {
            return 0;
        }
        int end = hostEnd;
        if (text.at(end) == ':' && text.isDigit(end + 1)) {
            do {
                end++;
            } while (text.isDigit(end) && end - hostEnd < 6);
        }
        end = pathEnd(text, end);
        scan.offer(start, end, EntityKind.URL, hasScheme ? 97 : isWww ? 92 : 70);
        return end;
    }

    private static int afterUser(Text text, int host) {
        int at = host;
        while (at - host < MOST_LOCAL && (text.isAlphanumeric(at) || isLocalSign(text.at(at)) || text.at(at) == ':')) {
            at++;
        }
        return text.at(at) == '@' ? at + 1 : host;
    }

    /** The place after labels joined by single dots. */
    private static int hostEnd(Text text, int start) {
        int at = start;
        while (at - start <= MOST_HOST) {
            boolean joins = (text.at(at) == '.' || text.at(at) == '-') && text.isAlphanumeric(at + 1) && at > start;
            boolean doubles = text.at(at) == '-' && text.at(at + 1) == '-' && at > start;
            if (!text.isAlphanumeric(at) && !joins && !doubles && text.at(at) != '_') {
                break;
            }
            at++;
        }
        return at;
    }

    /** Whether the last label is one that hosts end with. */
    private static boolean hasEnding(Text text, int start, int end, boolean isStrict) {
        int label = end;
        while (label > start && text.isLetter(label - 1)) {
            label--;
        }
        int length = end - label;
        if (label <= start + 1
                || text.at(label - 1) != '.'
                || length < 2
                || length > 24
                || !text.isAlphanumeric(start)) {
            return false;
        }
        if (!isStrict) {
            return true;
        }
        if (text.isCapital(label) && !text.isCapital(start)) {
            return false; // the end of one sentence and the beginning of the next
        }
        return isIn(ENDINGS, text, label, length) || length == 2 && isCountryEnding(text, start, label);
    }

    private static boolean isCountryEnding(Text text, int start, int label) {
        char first = text.folded(label);
        char second = text.folded(label + 1);
        boolean isLatin = first >= 'a' && first <= 'z' && second >= 'a' && second <= 'z';
        return isLatin && label - start >= 4 && !isIn(NO_ENDINGS, text, label, 2);
    }

    private static boolean isIn(String list, Text text, int start, int length) {
        for (int at = 0; at + length + 1 < list.length(); at++) {
            if (list.charAt(at) == ' ' && list.charAt(at + length + 1) == ' ') {
                int same = 0;
                while (same < length && list.charAt(at + 1 + same) == text.folded(start + same)) {
                    same++;
                }
                if (same == length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int pathEnd(Text text, int start) {
        char first = text.at(start);
        if (first != '/' && first != '?' && first != '#') {
            return start;
        }
        int at = start;
        while (at - start < MOST_URL && !text.isSpace(at) && text.at(at) != 0 && !isClosing(text.at(at))) {
            at++;
        }
        while (at > start + 1 && isTrailing(text.at(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isClosing(char c) {
        return c == '"' || c == '<' || c == '>' || c == '`' || c == '\uFFFC';
    }

    private static boolean isTrailing(char c) {
        return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')' || c == '\''
                || c == ']';
    }
}
