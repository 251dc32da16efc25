package io.strowger.engine.event;

/** What an agent declares, and what the engine makes of it. */
public enum AgentStatus {
    /** Not at work. */
    OFFLINE(0),
    /** Takes offers. */
    AVAILABLE(1),
    /** At work, takes no offers for now. */
    AWAY(2),
    /** Finishes what is assigned and takes nothing new. */
    DRAINING(3),
    /** Set by the engine after too many offers that expired. */
    NOT_RESPONDING(4);

    private static final AgentStatus[] BY_CODE = values();

    private final int code;

    AgentStatus(int code) {
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
    public static AgentStatus ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no AgentStatus has the code " + code);
        }
        return BY_CODE[code];
    }
}
