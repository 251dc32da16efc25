package io.strowger.bench.peers;

import org.jspecify.annotations.Nullable;

/**
 * What is compared under a load, and what is wanted of it.
 *
 * @param metric what is compared
 * @param must the least ratio, see {@link Metric#ratio}; null when none is set
 * @param goal the ratio that is aimed at; null when none is set
 */
record Yardstick(
        Metric metric, @Nullable Double must, @Nullable Double goal) {
    /** For information. */
    static Yardstick of(Metric metric) {
        return new Yardstick(metric, null, null);
    }

    /** A ratio that has to be reached. */
    static Yardstick of(Metric metric, double must) {
        return new Yardstick(metric, must, null);
    }

    /** A ratio that has to be reached, and one that should be. */
    static Yardstick of(Metric metric, double must, double goal) {
        return new Yardstick(metric, must, goal);
    }

    /** {@code goal}, {@code yes} or {@code no}; {@code -} when nothing is wanted. */
    String verdict(double ratio) {
        if (goal != null && ratio >= goal) {
            return "goal";
        }
        return must == null ? "-" : ratio >= must ? "yes" : "no";
    }
}
