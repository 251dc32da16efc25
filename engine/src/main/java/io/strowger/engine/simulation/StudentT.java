package io.strowger.engine.simulation;

/** Student's distribution, by the incomplete beta function. */
final class StudentT {
    private static final double LARGE = 15;
    private static final double LARGEST = 1e6;
    private static final int HALVINGS = 200;
    private static final int TERMS = 10_000;
    private static final double EXACT = 1e-15;
    private static final double TINY = 1e-300;

    private StudentT() {}

    /**
     * The value below which the distribution has that share.
     *
     * @param share from 0.5 on, less than 1
     * @param freedom degrees of freedom, at least 1
     */
    static double quantile(double share, int freedom) {
        double low = 0;
        double high = LARGEST;
        for (int step = 0; step < HALVINGS && high - low > EXACT * high; step++) {
            double middle = (low + high) / 2;
            if (below(middle, freedom) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The share below a value that is not negative. */
    static double below(double value, int freedom) {
        double x = freedom / (freedom + value * value);
        return 1 - beta(x, freedom / 2.0, 0.5) / 2;
    }

    /** The regularized incomplete beta function. */
    private static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = StrictMath.exp(
                logGamma(a + b) - logGamma(a) - logGamma(b) + a * StrictMath.log(x) + b * StrictMath.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    /** Its continued fraction, evaluated from the front by Lentz's method. */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / notZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / notZero(1 + even * d);
            c = notZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / notZero(1 + odd * d);
            c = notZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < EXACT) {
                break;
            }
        }
        return value;
    }

    private static double notZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Stirling's series, from where its error is below that of a double. */
    private static double logGamma(double x) {
        double shifted = x;
        double factors = 1;
        while (shifted < LARGE) {
            factors *= shifted;
            shifted++;
        }
        double square = shifted * shifted;
        double series = (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - 1 / 1680.0 / square) / square) / square) / shifted;
        return (shifted - 0.5) * StrictMath.log(shifted)
                - shifted
                + 0.5 * StrictMath.log(2 * Math.PI)
                + series
                - StrictMath.log(factors);
    }
}
