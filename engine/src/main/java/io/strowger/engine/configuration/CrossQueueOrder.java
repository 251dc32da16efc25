package io.strowger.engine.configuration;

/** Which of the queues that an agent serves comes first when the agent is free. Codes are part of the configuration format. */
public enum CrossQueueOrder {
    /** The queue of the smallest tier that has something; within a tier the conversations' own order. */
    STRICT(0),
    /** The conversations' own order over all queues, whatever the tiers. */
    GLOBAL(1);

    private static final CrossQueueOrder[] BY_CODE = values();

    private final int code;

    CrossQueueOrder(int code) {
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
    public static CrossQueueOrder ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no CrossQueueOrder has the code " + code);
        }
        return BY_CODE[code];
    }
}
