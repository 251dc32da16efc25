package io.strowger.engine.configuration;

/** What kind of conversation a channel carries. Codes are part of the configuration format. */
public enum ChannelKind {
    /** Live chat. */
    CHAT(0),
    /** Asynchronous messages. */
    MESSAGING(1),
    /** E-mail and tickets. */
    EMAIL(2),
    /** Calls. */
    VOICE(3);

    private static final ChannelKind[] BY_CODE = values();

    private final int code;

    ChannelKind(int code) {
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
    public static ChannelKind ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no ChannelKind has the code " + code);
        }
        return BY_CODE[code];
    }
}
