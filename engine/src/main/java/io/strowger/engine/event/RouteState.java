package io.strowger.engine.event;

/** Where a conversation stands. Codes are part of the record format. */
public enum RouteState {
    /** Not known. */
    NONE(0),
    /** Waits in a queue. */
    QUEUED(1),
    /** Waits, and at least one agent has an offer. */
    OFFERED(2),
    /** An agent handles it. */
    ASSIGNED(3),
    /** Ended for the customer; the agent does after-work. */
    WRAP_UP(4),
    /** Set aside; waits for nobody. */
    PARKED(5),
    /** Refused. */
    REJECTED(6),
    /** Done. */
    COMPLETED(7),
    /** Given up before an agent had it. */
    CANCELLED(8),
    /** An agent has it, and the customer has to answer: it takes no capacity. */
    DORMANT(9),
    /** Begins to wait at an instant. */
    SCHEDULED(10),
    /** The customer left before an agent had it. */
    ABANDONED(11),
    /** It took longer than the organization lets it. */
    EXPIRED(12);

    private static final RouteState[] BY_CODE = values();

    private final int code;

    RouteState(int code) {
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
    public static RouteState ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no RouteState has the code " + code);
        }
        return BY_CODE[code];
    }
}
