package io.strowger.engine.configuration;

/** What becomes of a conversation that comes into a queue while that is closed. Codes are part of the configuration format. */
public enum WhenClosed {
    /** It is set aside until the queue opens. */
    PARK(0),
    /** It waits as if the queue were open. */
    WAIT(1),
    /** It goes to another queue. */
    MOVE(2);

    private static final WhenClosed[] BY_CODE = values();

    private final int code;

    WhenClosed(int code) {
        this.code = code;
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
    public static WhenClosed ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no WhenClosed has the code " + code);
        }
        return BY_CODE[code];
    }
}
