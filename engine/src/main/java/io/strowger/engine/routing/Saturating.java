package io.strowger.engine.routing;

/** Arithmetic on durations that stops at a limit rather than to overflow. */
final class Saturating {
    /** The longest duration that is told apart from longer ones: 417 days, nanoseconds. */
    static final long LIMIT = 1L << 55;

    private Saturating() {}

    /** {@code value * times / by}, rounded down; nothing is negative, and {@code times} and {@code by} are at most 2^31. */
    static long share(long value, long times, long by) {
        long whole = value / by;
        if (times > 0 && whole > LIMIT / times) {
            return LIMIT;
        }
        return Math.min(LIMIT, whole * times + value % by * times / by);
    }
}
