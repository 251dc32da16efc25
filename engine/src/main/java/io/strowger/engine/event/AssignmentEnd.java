package io.strowger.engine.event;

/** Why an assignment ended. Codes are part of the record format. */
public enum AssignmentEnd {
    /** The conversation was completed. */
    COMPLETED(0),
    /** It was sent on. */
    TRANSFERRED(1),
    /** The agent gave it back or was lost. */
    RETURNED(2),
    /** The stay took too long. */
    EXPIRED(3);

    private static final AssignmentEnd[] BY_CODE = values();

    private final int code;

    AssignmentEnd(int code) {
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
    public static AssignmentEnd ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no AssignmentEnd has the code " + code);
        }
        return BY_CODE[code];
    }
}
