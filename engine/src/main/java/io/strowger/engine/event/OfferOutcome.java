package io.strowger.engine.event;

/** How an offer ended. Codes are part of the record format. */
public enum OfferOutcome {
    /** It has not ended. */
    PENDING(0),
    /** The agent took it. */
    ACCEPTED(1),
    /** The agent refused it. */
    DECLINED(2),
    /** No answer before its deadline. */
    EXPIRED(3),
    /** Another agent accepted, or the conversation moved. */
    RESCINDED(4),
    /** The agent became ineligible. */
    REVOKED(5),
    /** The conversation was cancelled. */
    CANCELLED(6);

    private static final OfferOutcome[] BY_CODE = values();

    private final int code;

    OfferOutcome(int code) {
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
    public static OfferOutcome ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no OfferOutcome has the code " + code);
        }
        return BY_CODE[code];
    }
}
