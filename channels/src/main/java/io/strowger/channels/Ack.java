package io.strowger.channels;

import org.jspecify.annotations.Nullable;

/** When a sender wants its answer. */
public enum Ack {
    /** When the message can be lost no more; what holds when nothing else is asked for. */
    DURABLE,
    /** As soon as it is decided: after a crash it may be unknown, and is to be sent again. */
    DECIDED;

    /** The value with that name in requests, null for any other text. */
    public static @Nullable Ack named(String name) {
        return switch (name) {
            case "durable" -> DURABLE;
            case "decided" -> DECIDED;
            default -> null;
        };
    }
}
