package io.strowger.verticles.config;

import io.strowger.verticles.config.Node.Scalar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads the instants of a scenario, whose clock knows no zones and no summer time. */
final class LocalInstants {
    private static final int FIRST_YEAR = 1970;
    private static final int END_YEAR = 2200;

    private LocalInstants() {}

    /** A key's instant in epoch nanoseconds, or what is given when it is absent or wrong. */
    static long read(Fields fields, String key, Problems problems, long byDefault) {
        if (!(fields.node(key) instanceof Scalar scalar)) {
            fields.text(key, "");
            return byDefault;
        }
        String text = scalar.text();
        try {
            LocalDateTime time = text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atStartOfDay();
            if (time.getYear() >= FIRST_YEAR && time.getYear() < END_YEAR) {
                return nanos(time);
            }
            problems.add(
                    scalar.place(),
                    fields.child(key),
                    "the year must be between " + FIRST_YEAR + " and " + (END_YEAR - 1));
        } catch (DateTimeException e) {
            problems.add(
                    scalar.place(),
                    fields.child(key),
                    "'" + text + "' is not a time; write it like 2027-03-01 or 2027-03-01T08:00");
        }
        return byDefault;
    }

    /** Epoch nanoseconds. */
    static long nanos(LocalDateTime time) {
        return Duration.between(Instant.EPOCH, time.toInstant(ZoneOffset.UTC)).toNanos();
    }

    /** An instant as it is written, without the part of a second. */
    static String shown(long nanos) {
        return LocalDateTime.ofEpochSecond(
                        Math.floorDiv(nanos, Duration.ofSeconds(1).toNanos()), 0, ZoneOffset.UTC)
                .toString();
    }
}
