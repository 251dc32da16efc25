package io.strowger.engine.configuration;

/** What sets an exception rule off. Codes are part of the record format. */
public enum TriggerKind {
    /** It has waited for a time, since it began to wait. */
    WAIT(0),
    /** It comes into a queue in which so many wait already. */
    QUEUE_AHEAD(1),
    /** So many offers for it were declined or expired in this stay. */
    OFFERS_EXHAUSTED(2),
    /** A further message of the waiting customer fell below a sentiment that the one before had not. */
    SENTIMENT(3),
    /** Nobody who is logged in could ever serve it where it waits. */
    NO_ELIGIBLE(4),
    /** It is due in less than a time. */
    SLA_SLACK(5),
    /** It comes into a queue in which it has to wait longer than a time, as far as can be told. */
    ESTIMATE(6);

    private static final TriggerKind[] BY_CODE = values();

    private final int code;

    TriggerKind(int code) {
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
    public static TriggerKind ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no TriggerKind has the code " + code);
        }
        return BY_CODE[code];
    }
}
