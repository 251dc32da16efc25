package io.strowger.engine.event;

/** Why a conversation entered a queue. Codes are part of the record format. */
public enum QueueReason {
    /** Its first message was decided. */
    ARRIVED(0),
    /** A message came after it was completed. */
    REOPENED(1),
    /** A message to the waiting conversation changed where it belongs. */
    RESCORED(2),
    /** An assigned conversation was returned. */
    REQUEUED(3),
    /** An agent sent it here. */
    TRANSFERRED(4),
    /** It was parked. */
    RESUMED(5),
    /** Its queue was removed from the configuration. */
    MOVED(6),
    /** The deep tier understood the message otherwise. */
    RECLASSIFIED(7),
    /** The customer answered, and the agent who had it was away or had no room. */
    WOKEN(8),
    /** Its scheduled instant came. */
    STARTED(9),
    /** The customer who had left came back. */
    CUSTOMER_RETURNED(10),
    /** Its queue opened. */
    OPENED(11),
    /** Its queue closed, and sends what waits to another. */
    CLOSED(12),
    /** The API said more about it. */
    UPDATED(13),
    /** The next step of its rule came. */
    STEPPED(14),
    /** An exception rule was set off. */
    ESCALATED(15);

    private static final QueueReason[] BY_CODE = values();

    private final int code;

    QueueReason(int code) {
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
    public static QueueReason ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no QueueReason has the code " + code);
        }
        return BY_CODE[code];
    }
}
