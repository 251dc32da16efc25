package io.strowger.engine.event;

/** How a promise stands. Codes are part of the record format. */
public enum SlaStatus {
    /** Nothing is promised, or not any more. */
    NONE(0),
    /** Time is counted while the queue is open. */
    RUNNING(1),
    /** Time is not counted: the conversation is set aside, or its customer has to answer. */
    PAUSED(2),
    /** Done in time. */
    MET(3),
    /** Not done in time. */
    BREACHED(4);

    private static final SlaStatus[] BY_CODE = values();

    private final int code;

    SlaStatus(int code) {
        this.code = code;
    }

    /** Whether it is neither over nor absent. */
    public boolean isLive() {
        return this == RUNNING || this == PAUSED;
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
    public static SlaStatus ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no SlaStatus has the code " + code);
        }
        return BY_CODE[code];
    }
}
