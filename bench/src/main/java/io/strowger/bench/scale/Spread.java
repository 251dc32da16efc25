package io.strowger.bench.scale;

import java.util.Arrays;

/**
 * A figure of several measurements, without the most deviant ones.
 *
 * @param median half of them are below it
 * @param low a tenth of them are below it
 * @param high a tenth of them are above it
 */
record Spread(double median, double low, double high) {
    private static final double TENTH = 0.1;

    /** Of at least one value. */
    static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(at(sorted, 0.5), at(sorted, TENTH), at(sorted, 1 - TENTH));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
