package io.strowger.bench.report;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * What several runs say together. NaN stands for no figure.
 *
 * @param median of the runs; of an even number of runs the lower of the middle two, so that it was measured
 * @param low the smallest
 * @param high the largest
 */
public record Spread(double median, double low, double high) {
    private static final Spread NONE = new Spread(Double.NaN, Double.NaN, Double.NaN);

    /** The spread of a figure over runs, without the runs that have none. */
    public static Spread of(double... runs) {
        double[] sorted = Arrays.stream(runs).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0
                ? NONE
                : new Spread(sorted[(sorted.length - 1) / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /** The same in another unit; the conversion grows with its argument. */
    public Spread map(DoubleUnaryOperator conversion) {
        return new Spread(
                conversion.applyAsDouble(median), conversion.applyAsDouble(low), conversion.applyAsDouble(high));
    }

    /** Whether the runs agree, as one run does with itself. */
    public boolean isPoint() {
        return !(low < high);
    }
}
