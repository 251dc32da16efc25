package io.strowger.verticles.session;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeUnit;

/** Reads instants as the API writes them. Stateless: any thread. */
public final class Instants {
    /** No instant. */
    public static final long INVALID = Long.MIN_VALUE;

    private Instants() {}

    /** Epoch nanoseconds of a text like {@code 2026-11-21T08:00:00Z}; {@link #INVALID} for anything else. */
    public static long epochNanos(String text) {
        try {
            Instant instant = Instant.parse(text);
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), TimeUnit.SECONDS.toNanos(1)), instant.getNano());
        } catch (DateTimeParseException | ArithmeticException e) {
            return INVALID;
        }
    }
}
