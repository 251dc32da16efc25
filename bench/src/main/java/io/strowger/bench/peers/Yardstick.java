package io.strowger.bench.peers;

import org.jspecify.annotations.Nullable;

/**
 * What is compared under a load, and what is wanted of it.
 *
 * @param metric what is compared
 * @param must the least ratio, see {@link Metric#ratio}; null when none is set
 * @param goal the ratio that is aimed at; null when none is set
 * @param against the only contender that is compared by it; null for all
 */
record Yardstick(
        Metric metric,
        @Nullable Double must,
        @Nullable Double goal,
        @Nullable String against) {
    /** For information. */
    static Yardstick of(Metric metric) {
        return new Yardstick(metric, null, null, null);
    }

    /** A ratio that has to be reached. */
    static Yardstick of(Metric metric, double must) {
        return new Yardstick(metric, must, null, null);
    }

    /** A ratio that has to be reached, and one that should be. */
    static Yardstick of(Metric metric, double must, double goal) {
        return new Yardstick(metric, must, goal, null);
    }

    /** The same for one contender only. */
    Yardstick against(String contender) {
        return new Yardstick(metric, must, goal, contender);
    }

    /** Whether a contender is compared by it. */
    boolean isFor(Contender contender) {
        return against == null || against.equals(contender.name());
    }

    /** {@code goal}, {@code yes} or {@code no}; {@code -} when nothing is wanted. */
    String verdict(double ratio) {
        if (goal != null && ratio >= goal) {
            return "goal";
        }
        return must == null ? "-" : ratio >= must ? "yes" : "no";
    }
}
