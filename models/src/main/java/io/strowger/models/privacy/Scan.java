package io.strowger.models.privacy;

/** What recognisers share while one text is scanned: the text, its words, and what was found. Belongs to one thread. */
final class Scan {
    private static final int WORDS_BEFORE = 6;
    private static final int WORDS_AFTER = 5;
    private static final int MOST_LISTED = 8;

    private final Text text = new Text();
    private final Tokens tokens = new Tokens(text, Vocabulary.shipped());
    private Spans spans = new Spans();
    private boolean isListOfNumbers;

    /** Reads a text; what recognisers find from now on goes to {@code into}, with places of {@link Text} as positions. */
    void begin(byte[] bytes, int from, int length, Spans into) {
        spans = into;
        spans.clear();
        text.read(bytes, from, length);
        tokens.read();
        isListOfNumbers = readsAsList();
    }

    Text text() {
        return text;
    }

    Tokens tokens() {
        return tokens;
    }

    /** A reading of {@code [start, end)}, so sure in percent. */
    void offer(int start, int end, EntityKind kind, int percent) {
        if (start < end) {
            spans.offer(start, end, kind, percent);
        }
    }

    /** Whether nothing but signs stands around, or other numbers of a short list: "M123A4567, M456B7890". */
    boolean isAlone(int start, int end) {
        boolean isAll = start <= tokens.start(0) && end >= tokens.end(tokens.count() - 1);
        return isAll || isListOfNumbers && isEdge(start - 1, -1) && isEdge(end, 1);
    }

    /** A message of words with digits and at most one small word between two, "and". */
    private boolean readsAsList() {
        int numbers = 0;
        for (int token = 0; token < tokens.count(); token++) {
            byte shape = tokens.shape(token);
            boolean isJoint = shape == Tokens.SMALL && tokens.length(token) <= 3 && tokens.shape(token - 1) != shape;
            boolean isNumber = shape == Tokens.MIXED || shape == Tokens.NUMBER && tokens.length(token) >= 7;
            if (!isJoint && !isNumber || token > MOST_LISTED) {
                return false;
            }
            numbers += isNumber ? 1 : 0;
        }
        return numbers > 1;
    }

    /** The end of the text, a comma, or a space with a letter behind it. */
    private boolean isEdge(int place, int step) {
        char sign = text.at(place);
        return sign == 0 || sign == ',' || sign == ';' || sign == ' ' && !text.isDigit(place + step);
    }

    /** The classes of the words around what begins at a token and ends at a place. */
    long context(int token, int end) {
        int after = tokenFrom(token, end);
        return tokens.classesBetween(token - WORDS_BEFORE, token) | tokens.classesBetween(after, after + WORDS_AFTER);
    }

    /** The classes of the words right before a token. */
    long before(int token, int words) {
        return tokens.classesBetween(token - words, token);
    }

    /** The first token, from a given one on, that begins at a place or after it. Looks at most 40 tokens ahead. */
    int tokenFrom(int token, int place) {
        int next = token;
        while (next < tokens.count() && next < token + 40 && tokens.start(next) < place) {
            next++;
        }
        return next;
    }

    /** Whether only one space or nothing stands between a token and the next. */
    boolean isNextTo(int token) {
        if (token < 0 || token + 1 >= tokens.count()) {
            return false;
        }
        int gap = tokens.start(token + 1) - tokens.end(token);
        return gap == 0 || gap == 1 && text.isSpace(tokens.end(token));
    }
}
