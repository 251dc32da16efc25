package io.strowger.verticles.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The journal's epoch nanoseconds in the forms that stores take. */
final class Instants {
    private static final long NANOS = 1_000_000_000L;

    private Instants() {}

    /** ISO 8601 with microseconds at most, in UTC; null for 0, which stands for never. */
    static @Nullable String text(long epochNanos) {
        if (epochNanos == 0) {
            return null;
        }
        long wholeMicros = epochNanos / 1_000 * 1_000;
        return Instant.ofEpochSecond(Math.floorDiv(wholeMicros, NANOS), Math.floorMod(wholeMicros, NANOS))
                .toString();
    }

    static long epochNanos(Instant instant) {
        return instant.getEpochSecond() * NANOS + instant.getNano();
    }
}
