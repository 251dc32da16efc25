package io.strowger.engine.event;

/** What a queue may promise a time for. Codes are part of the record format. */
public enum SlaClock {
    /** Until an agent has the conversation. */
    TIME_TO_ASSIGN(0),
    /** Until an agent answered for the first time in a stay. */
    FIRST_RESPONSE(1),
    /** Until an agent answered a later message. */
    NEXT_RESPONSE(2),
    /** Until the conversation is done. */
    RESOLUTION(3);

    private static final SlaClock[] BY_CODE = values();

    private final int code;

    SlaClock(int code) {
        this.code = code;
    }

    /** How many there are. */
    public static int count() {
        return BY_CODE.length;
    }

    /** The number that stands for this in records; equal to the ordinal and never changed. */
    public int code() {
        return code;
    }

    /**
     * The value with that code.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static SlaClock ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no SlaClock has the code " + code);
        }
        return BY_CODE[code];
    }
}
