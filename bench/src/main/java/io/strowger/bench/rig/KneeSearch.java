package io.strowger.bench.rig;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;

/**
 * Finds the highest rate at which something still holds: multiplies the rate until it holds no more, then halves the distance
 * (of the logarithms) until it is small. Each rate is tried once.
 */
final class KneeSearch {
    /** The knee is known to a twentieth. */
    private static final double CLOSE = 1.05;

    private final double from;
    private final double to;
    private final double factor;

    /**
     * @param from the first rate
     * @param to no rate above it is tried
     * @param factor above 1: what a rate is multiplied by
     */
    KneeSearch(double from, double to, double factor) {
        this.from = from;
        this.to = to;
        this.factor = factor;
    }

    /**
     * Tries rates.
     *
     * @return the highest rate that held; 0 when not even the first one did
     */
    double search(DoublePredicate holds) {
        Map<Double, Boolean> tried = new TreeMap<>();
        double good = 0;
        double bad = Double.POSITIVE_INFINITY;
        for (double rate = from; rate <= to && bad > rate; rate *= factor) {
            boolean held = tried.computeIfAbsent(rounded(rate), holds::test);
            if (held) {
                good = rounded(rate);
            } else {
                bad = rounded(rate);
            }
        }
        while (good > 0 && bad < Double.POSITIVE_INFINITY && bad / good > CLOSE) {
            double middle = rounded(Math.sqrt(good * bad));
            if (tried.containsKey(middle)) {
                return good;
            }
            boolean held = holds.test(middle);
            tried.put(middle, held);
            if (held) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    /** To two figures, or three above that: nobody wants to read 17,782.794. */
    private static double rounded(double rate) {
        double unit = Math.max(1, Math.pow(10, Math.floor(Math.log10(rate)) - 2));
        return Math.round(rate / unit) * unit;
    }
}
