package io.strowger.verticles.config;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 24h}, {@code 1h30m}. */
public final class Durations {
    private static final Pattern PART = Pattern.compile("(\\d{1,18})(ns|us|ms|s|m|h|d)");
    private static final List<Unit> UNITS = List.of(
            new Unit("d", Duration.ofDays(1)),
            new Unit("h", Duration.ofHours(1)),
            new Unit("m", Duration.ofMinutes(1)),
            new Unit("s", Duration.ofSeconds(1)),
            new Unit("ms", Duration.ofMillis(1)),
            new Unit("us", Duration.ofNanos(1000)),
            new Unit("ns", Duration.ofNanos(1)));

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException when it is none, or longer than a {@code long} of nanoseconds (292 years)
     */
    public static Duration parse(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        int end = 0;
        while (part.find() && part.start() == end) {
            sum = plus(text, sum, part.group(1), part.group(2));
            end = part.end();
        }
        if (end != text.length() || text.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a duration; write a number with its unit, for example 250ms, 30s, 24h, 7d");
        }
        return sum;
    }

    private static Duration plus(String text, Duration sum, String count, String unit) {
        try {
            Duration total = sum.plus(unit(unit).multipliedBy(Long.parseLong(count)));
            return Duration.ofNanos(total.toNanos());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is too long; 292 years are the limit", e);
        }
    }

    private static Duration unit(String name) {
        return UNITS.stream().filter(unit -> unit.name.equals(name)).findFirst().orElseThrow().length;
    }

    /** The shortest way to write a duration that {@link #parse} reads back. */
    public static String show(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        long nanos = duration.toNanos();
        for (Unit unit : UNITS) {
            if (nanos % unit.length.toNanos() == 0) {
                return nanos / unit.length.toNanos() + unit.name;
            }
        }
        throw new IllegalStateException("every number of nanoseconds is a multiple of one");
    }

    private record Unit(String name, Duration length) {}
}
