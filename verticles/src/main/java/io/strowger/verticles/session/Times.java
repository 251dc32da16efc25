package io.strowger.verticles.session;

import io.strowger.channels.JsonWriter;
import java.time.Instant;

/** Instants in JSON: ISO 8601 in UTC, null for 0. Stateless: any thread. */
public final class Times {
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private Times() {}

    /** The text of an instant in epoch nanoseconds, which must not be 0. */
    public static String text(long epochNanos) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(epochNanos, NANOS_A_SECOND), Math.floorMod(epochNanos, NANOS_A_SECOND))
                .toString();
    }

    /** Writes an instant in epoch nanoseconds, 0 as null. */
    public static void write(long epochNanos, JsonWriter json) {
        if (epochNanos == 0) {
            json.nothing();
        } else {
            json.text(text(epochNanos));
        }
    }
}
