package io.strowger.engine.simulation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A figure with its confidence interval. Without anything to estimate it from, all three are not a number; with one
 * observation only, the ends are.
 *
 * @param mean the figure
 * @param low the interval's lower end
 * @param high its upper end
 */
public record Estimate(double mean, double low, double high) {
    private static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    /** Whether a value lies in the interval, its ends included. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /**
     * The quotient of two sums, such as waiting time and customers. The interval is Student's, from how far each
     * observation is from the common quotient (the usual linear approximation of a ratio's variance).
     *
     * @param confidence the share of intervals that contain the true value, for example 0.95
     */
    static Estimate ofRatio(
            List<Tally> observations,
            ToDoubleFunction<Tally> numerator,
            ToDoubleFunction<Tally> denominator,
            double confidence) {
        double above = 0;
        double below = 0;
        for (Tally observation : observations) {
            above += numerator.applyAsDouble(observation);
            below += denominator.applyAsDouble(observation);
        }
        if (below == 0) {
            return NONE;
        }
        double ratio = above / below;
        double squares = 0;
        for (Tally observation : observations) {
            double off = numerator.applyAsDouble(observation) - ratio * denominator.applyAsDouble(observation);
            squares += off * off;
        }
        int count = observations.size();
        double deviation = StrictMath.sqrt(squares * count / (count - 1.0)) / below;
        return around(ratio, deviation, count, confidence);
    }

    /**
     * The mean of values that were observed independently of each other.
     *
     * @param confidence the share of intervals that contain the true value, for example 0.95
     */
    public static Estimate ofMean(double[] values, double confidence) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        if (values.length == 0) {
            return NONE;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = StrictMath.sqrt(squares / (values.length - 1.0) / values.length);
        return around(mean, deviation, values.length, confidence);
    }

    /** The same in another unit. */
    public Estimate times(double factor) {
        return new Estimate(mean * factor, low * factor, high * factor);
    }

    private static Estimate around(double mean, double deviation, int count, double confidence) {
        if (count < 2) {
            return new Estimate(mean, Double.NaN, Double.NaN);
        }
        double half = deviation * StudentT.quantile((1 + confidence) / 2, count - 1);
        return new Estimate(mean, mean - half, mean + half);
    }
}
