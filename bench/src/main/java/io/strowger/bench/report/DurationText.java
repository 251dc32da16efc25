package io.strowger.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Nanoseconds in the unit that suits their size. */
final class DurationText {
    private static final String[] UNITS = {"ns", "µs", "ms", "s"};
    private static final double STEP = 1e3;
    private static final MathContext DIGITS = new MathContext(3);

    private DurationText() {}

    static String of(double nanos) {
        BigDecimal rounded = new BigDecimal(nanos, DIGITS);
        int unit = 0;
        while (unit < UNITS.length - 1 && Math.abs(rounded.doubleValue()) >= STEP) {
            rounded = rounded.movePointLeft(3);
            unit++;
        }
        BigDecimal plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return plain.toPlainString() + " " + UNITS[unit];
    }
}
