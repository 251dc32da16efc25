package io.strowger.bench.peers;

import java.util.Arrays;

/**
 * Several measurements of the same.
 *
 * @param median the middle one; between the two middle ones of an even number
 * @param low the lowest
 * @param high the highest
 */
record Spread(double median, double low, double high) {
    /** Of one measurement or more. */
    static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("there is no spread of no measurements");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int upper = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
