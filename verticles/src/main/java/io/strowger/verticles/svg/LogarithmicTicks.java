package io.strowger.verticles.svg;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Ticks in even ratios, or nearly even: 1, 2 and 5 times the powers of ten, or powers of ten alone.
 *
 * @param low the lower end; not always a tick
 * @param high the upper end; not always a tick
 */
record LogarithmicTicks(double low, double high, List<Tick> ticks) {
    private static final int[] FINE = {1, 2, 5};
    private static final double ROUNDING = 1e-9;

    static LogarithmicTicks covering(double low, double high, int mostTicks, DoubleFunction<String> label) {
        if (!(low > 0)) {
            throw new IllegalArgumentException("no logarithmic axis begins at " + low);
        }
        List<BigDecimal> fine = fine(low, Math.max(low, high));
        List<BigDecimal> chosen = fine;
        for (int every = 1; chosen.size() > Math.max(2, mostTicks); every++) {
            chosen = powers(fine, every);
        }
        return new LogarithmicTicks(
                fine.get(0).doubleValue(),
                fine.get(fine.size() - 1).doubleValue(),
                chosen.stream()
                        .map(value -> new Tick(value.doubleValue(), label.apply(value.doubleValue())))
                        .toList());
    }

    /** From the last one that is not above low to the first that is not below high: two at least. */
    private static List<BigDecimal> fine(double low, double high) {
        List<BigDecimal> values = new ArrayList<>();
        int power = (int) Math.floor(Math.log10(low)) - 1;
        while (true) {
            for (int digit : FINE) {
                BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
                if (value.doubleValue() <= low * (1 + ROUNDING)) {
                    values.clear();
                }
                values.add(value);
                if (values.size() > 1 && value.doubleValue() >= high * (1 - ROUNDING)) {
                    return values;
                }
            }
            power++;
        }
    }

    private static List<BigDecimal> powers(List<BigDecimal> fine, int every) {
        return fine.stream()
                .filter(value -> value.unscaledValue().intValue() == 1 && Math.floorMod(value.scale(), every) == 0)
                .toList();
    }
}
