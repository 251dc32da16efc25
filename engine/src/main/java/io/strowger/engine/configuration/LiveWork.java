package io.strowger.engine.configuration;

/** What becomes of the live conversations of an agent who is gone for too long. Codes are part of the configuration format. */
public enum LiveWork {
    /** They wait for the agent. */
    KEEP(0),
    /** They wait in their queue for another one. */
    REQUEUE(1),
    /** They are set aside. */
    PARK(2);

    private static final LiveWork[] BY_CODE = values();

    private final int code;

    LiveWork(int code) {
        this.code = code;
    }

    /** The usual one for a kind of channel: an e-mail can wait, a person can't. */
    public static LiveWork usual(ChannelKind kind) {
        return kind == ChannelKind.EMAIL ? KEEP : REQUEUE;
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
    public static LiveWork ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no LiveWork has the code " + code);
        }
        return BY_CODE[code];
    }
}
