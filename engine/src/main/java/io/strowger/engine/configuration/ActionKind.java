package io.strowger.engine.configuration;

/** What an exception rule does. Codes are part of the record format. */
public enum ActionKind {
    /** Sets the priority. */
    SET_PRIORITY(0),
    /** Has it count as waiting for longer than it does. */
    ADD_AGE(1),
    /** Sends it to another queue. */
    MOVE(2),
    /** Makes skills that it asks for wishes. */
    RELAX(3),
    /** Asks for further skills. */
    ADD_REQUIREMENT(4),
    /** Sets it aside. */
    PARK(5),
    /** Gives it up. */
    CANCEL(6),
    /** Asks others to call the customer back. */
    CALLBACK(7),
    /** Asks others to tell somebody. */
    NOTIFY(8),
    /** Asks others to send the customer a text. */
    AUTO_REPLY(9),
    /** Asks others to have a person look at it. */
    HUMAN_REVIEW(10);

    private static final ActionKind[] BY_CODE = values();

    private final int code;

    ActionKind(int code) {
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
    public static ActionKind ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no ActionKind has the code " + code);
        }
        return BY_CODE[code];
    }

    /** Whether others have to carry it out: the router only says so. */
    public boolean isForOthers() {
        return code >= CALLBACK.code;
    }

    /** Whether the conversation waits no more after it. */
    public boolean endsWaiting() {
        return this == PARK || this == CANCEL;
    }
}
