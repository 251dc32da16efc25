package io.strowger.engine.configuration;

/** Which conversation of a queue comes first (routing semantics, section on ordering). Codes are part of the configuration format. */
public enum OrderPolicy {
    /** Higher priority first, then the older one. */
    PRIORITY_FIFO(0),
    /** Priority and age count together: a point of priority is worth a configured time. */
    AGED(1),
    /** What is due first; then higher priority, then the older one. */
    EDF(2);

    private static final OrderPolicy[] BY_CODE = values();

    private final int code;

    OrderPolicy(int code) {
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
    public static OrderPolicy ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no OrderPolicy has the code " + code);
        }
        return BY_CODE[code];
    }
}
