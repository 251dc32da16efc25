package io.strowger.engine.command;

/** How a command ended. Codes are part of the answer formats: append only. */
public enum Outcome {
    /** Not decided yet. */
    NONE(0),
    /** Decided and recorded. */
    DONE(1),
    /** Already so; nothing was recorded. */
    UNCHANGED(2),
    /** A message whose id is known; the answer is the first one. */
    DUPLICATE(3),
    /** No such organization. */
    UNKNOWN_ORGANIZATION(4),
    /** The organization has no such channel. */
    UNKNOWN_CHANNEL(5),
    /** No such agent, offer, conversation or queue. */
    NOT_FOUND(6),
    /** Not possible in the current state. */
    CONFLICT(7),
    /** The configuration, or the conversation, changed meanwhile. */
    STALE_VERSION(8),
    /** The command's content is refused. */
    INVALID(9),
    /** The engine failed; whether the command took effect is known after a restart. */
    UNKNOWN(10),
    /** The command's record would pass the size limit. */
    TOO_LARGE(11);

    private static final Outcome[] BY_CODE = values();

    private final int code;

    Outcome(int code) {
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
    public static Outcome ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no Outcome has the code " + code);
        }
        return BY_CODE[code];
    }
}
