package io.strowger.models.training;

/** The exponential function in plain arithmetic: the same bits on every machine, and faster than StrictMath's. */
final class Exponential {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2 = 0.6931471805599453;
    private static final double SMALLEST = -700;

    private Exponential() {}

    /** e to the power of x, for x up to 0, to about ten digits; 0 below -700. */
    static double exp(double x) {
        if (x < SMALLEST) {
            return 0;
        }
        double power = Math.rint(x * LOG2_E);
        double rest = x - power * LN_2;
        double sum = 1
                + rest
                        * (1
                                + rest
                                        / 2
                                        * (1
                                                + rest
                                                        / 3
                                                        * (1
                                                                + rest
                                                                        / 4
                                                                        * (1
                                                                                + rest
                                                                                        / 5
                                                                                        * (1
                                                                                                + rest
                                                                                                        / 6
                                                                                                        * (1
                                                                                                                + rest
                                                                                                                        / 7))))));
        return sum * Double.longBitsToDouble(((long) power + 1023) << 52);
    }
}
