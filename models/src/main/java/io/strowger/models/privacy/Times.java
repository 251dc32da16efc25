package io.strowger.models.privacy;

/** Times of day: 14:05, 09:15:30.500-07:00, 3 pm, 14h30, 15 Uhr. */
final class Times {
    private Times() {}

    /** The place after hours and minutes and what may follow them, or -1. */
    static int end(Text text, int start) {
        int hours = DateRecogniser.digits(text, start);
        int minutes = start + hours + 1;
        boolean isTime = hours >= 1
                && hours <= 2
                && (text.at(minutes - 1) == ':' || text.folded(minutes - 1) == 'h')
                && DateRecogniser.digits(text, minutes) == 2
                && DateRecogniser.number(text, start, hours) <= 24
                && DateRecogniser.number(text, minutes, 2) < 60;
        if (!isTime) {
            return -1;
        }
        int at = minutes + 2;
        if (text.at(at) == ':') {
            if (DateRecogniser.digits(text, at + 1) != 2 || DateRecogniser.number(text, at + 1, 2) > 60) {
                return -1;
            }
            at = afterFraction(text, at + 3);
        }
        int end = zoneEnd(text, halfDayEnd(text, at));
        boolean goesOn = text.isAlphanumeric(end) || text.at(end) == ':' && text.isAlphanumeric(end + 1);
        return goesOn ? -1 : end;
    }

    /** The place after a time that follows a date, or the date's own end. */
    static int afterDate(Text text, int end) {
        int at = end;
        if (text.folded(at) == 't' && text.isDigit(at + 1)) {
            at++;
        } else {
            at += text.at(at) == ',' ? 1 : 0;
            at += text.at(at) == ' ' ? 1 : 0;
            boolean isWord = text.folded(at) == 'a' && text.folded(at + 1) == 't' && text.at(at + 2) == ' ';
            at += isWord ? 3 : 0;
        }
        int time = at > end && text.isDigit(at) ? end(text, at) : -1;
        return time > 0 ? time : end;
    }

    /** Whether a word for a time of day follows a number: pm, Uhr, h. */
    static boolean isHour(Scan scan, int token, int after) {
        Tokens tokens = scan.tokens();
        Text text = scan.text();
        if (DateRecogniser.number(text, tokens.start(token), DateRecogniser.digits(text, tokens.start(token))) > 24) {
            return false;
        }
        if (tokens.end(token) > after) {
            return end(text, tokens.start(token)) > 0 || halfDayEnd(text, after) == tokens.end(token);
        }
        return tokens.is(token + 1, WordClass.TIME) && scan.isNextTo(token);
    }

    /** The place after a number and its word. */
    static int withWord(Scan scan, int token) {
        int start = scan.tokens().start(token);
        int time = end(scan.text(), start);
        if (time > 0) {
            return time;
        }
        return scan.tokens().is(token + 1, WordClass.TIME) && scan.isNextTo(token)
                ? scan.tokens().end(token + 1)
                : scan.tokens().end(token);
    }

    private static int afterFraction(Text text, int start) {
        boolean hasFraction = (text.at(start) == '.' || text.at(start) == ',') && text.isDigit(start + 1);
        return hasFraction ? start + 1 + DateRecogniser.digits(text, start + 1) : start;
    }

    private static int halfDayEnd(Text text, int start) {
        int at = text.at(start) == ' ' ? start + 1 : start;
        char first = text.folded(at);
        boolean isHalfDay =
                (first == 'a' || first == 'p') && text.folded(at + 1) == 'm' && !text.isAlphanumeric(at + 2);
        return isHalfDay ? at + 2 : start;
    }

    private static int zoneEnd(Text text, int start) {
        if (text.folded(start) == 'z') {
            return start + 1;
        }
        boolean isOffset =
                (text.at(start) == '+' || text.at(start) == '-') && DateRecogniser.digits(text, start + 1) == 2;
        if (!isOffset) {
            return start;
        }
        int minutes = start + 3;
        boolean hasColon = text.at(minutes) == ':';
        return DateRecogniser.digits(text, hasColon ? minutes + 1 : minutes) == 2
                ? minutes + (hasColon ? 3 : 2)
                : minutes;
    }
}
