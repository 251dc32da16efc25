package io.strowger.models.drift;

import java.util.Arrays;

/**
 * The population stability index of two distributions over the same bins: the sum of (a - b) ln(a / b) over the shares a and
 * b of each bin, which is the Kullback-Leibler divergence both ways. Below 0.1 it is usually read as no change, above 0.25
 * as a large one (N. Siddiqi, Credit Risk Scorecards, 2006).
 *
 * <p>Samples of the same distribution have an index above 0 as well: times 1 / (1/N + 1/M) it follows a chi-square
 * distribution with as many degrees of freedom as there are bins but one (B. Yurdakul, Statistical Properties of Population
 * Stability Index, 2018). {@link #byChance} is what one of a thousand such pairs exceeds.
 *
 * @param index the index
 * @param byChance what only one in a thousand pairs of samples without any difference exceeds
 */
record PopulationStability(double index, double byChance) {
    /** Bins with a smaller share of the reference are taken together. */
    private static final double SMALLEST_SHARE = 0.01;

    /** Counted into each bin on both sides, so that an empty one makes no infinite index. */
    private static final double PRIOR = 0.5;

    /** The quantile of the normal distribution that one in a thousand exceeds. */
    private static final double NORMAL = 3.0902;

    /** Compares two samples of one count or more each. */
    static PopulationStability of(long[] expected, long[] actual) {
        double expectedTotal = (double) Arrays.stream(expected).sum();
        double actualTotal = (double) Arrays.stream(actual).sum();
        long expectedRest = 0;
        long actualRest = 0;
        int bins = 0;
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] < SMALLEST_SHARE * expectedTotal) {
                expectedRest += expected[i];
                actualRest += actual[i];
            } else {
                bins++;
            }
        }
        boolean hasRest = bins < expected.length;
        bins += hasRest ? 1 : 0;
        double index = hasRest ? term(expectedRest, expectedTotal, actualRest, actualTotal, bins) : 0;
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] >= SMALLEST_SHARE * expectedTotal) {
                index += term(expected[i], expectedTotal, actual[i], actualTotal, bins);
            }
        }
        return new PopulationStability(index, (1 / expectedTotal + 1 / actualTotal) * chiSquare(bins - 1));
    }

    private static double term(long expected, double expectedTotal, long actual, double actualTotal, int bins) {
        double a = (actual + PRIOR) / (actualTotal + PRIOR * bins);
        double b = (expected + PRIOR) / (expectedTotal + PRIOR * bins);
        return (a - b) * Math.log(a / b);
    }

    /** The value that one in a thousand exceeds, by Wilson and Hilferty's approximation. */
    private static double chiSquare(int degrees) {
        if (degrees < 1) {
            return 0;
        }
        double spread = 2.0 / (9 * degrees);
        double root = 1 - spread + NORMAL * Math.sqrt(spread);
        return degrees * root * root * root;
    }
}
