package io.strowger.models;

/** A question that the models answer about a text. The wire code of a head is fixed. */
public enum Head {
    LANGUAGE(0),
    INTENT(1),
    SENTIMENT(2),
    EMOTION(3),
    URGENCY(4);

    private static final Head[] BY_CODE = values();

    private final int code;

    Head(int code) {
        this.code = code;
    }

    /** The number that stands for this head in records and model files. */
    public int code() {
        return code;
    }

    /** The number of heads; codes run from 0 to this minus one. */
    public static int count() {
        return BY_CODE.length;
    }

    /**
     * The head with that code.
     *
     * @throws IllegalArgumentException for a code that no head has
     */
    public static Head ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no head has the code " + code);
        }
        return BY_CODE[code];
    }
}
