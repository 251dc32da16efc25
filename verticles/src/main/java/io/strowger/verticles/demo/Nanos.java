package io.strowger.verticles.demo;

import java.util.Locale;

/** Writes durations for people. */
final class Nanos {
    private static final double MICRO = 1e3;
    private static final double MILLI = 1e6;
    private static final double SECOND = 1e9;

    private Nanos() {}

    /** With the unit that fits, for example {@code 8.2 µs}. */
    static String shown(long nanos) {
        if (nanos < MICRO) {
            return nanos + " ns";
        } else if (nanos < MILLI) {
            return number(nanos / MICRO) + " µs";
        } else if (nanos < SECOND) {
            return number(nanos / MILLI) + " ms";
        }
        return number(nanos / SECOND) + " s";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }
}
