package io.strowger.verticles.svg;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Ticks in even steps.
 *
 * @param low the first tick's value
 * @param high the last one's
 */
record LinearTicks(double low, double high, List<Tick> ticks) {
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final int LEAST_STEPS = 1;

    static LinearTicks covering(double low, double high, int mostTicks) {
        double from = low;
        double to = high;
        if (!(from < to)) { // one value: give it room on either side
            double room = from == 0 ? 1 : Math.abs(from) / 2;
            from -= room;
            to += room;
        }
        BigDecimal step = step(from, to, Math.max(2, mostTicks));
        long first = (long) Math.floor(from / step.doubleValue() + 1e-9);
        long last = Math.max(first + LEAST_STEPS, (long) Math.ceil(to / step.doubleValue() - 1e-9));
        Magnitude magnitude =
                Magnitude.of(Math.max(Math.abs(step.doubleValue() * first), Math.abs(step.doubleValue() * last)));
        List<Tick> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            BigDecimal value = step.multiply(BigDecimal.valueOf(i));
            ticks.add(new Tick(value.doubleValue(), magnitude.label(value, step)));
        }
        return new LinearTicks(ticks.get(0).value(), ticks.get(ticks.size() - 1).value(), ticks);
    }

    /** The smallest round step with which the ticks do not become too many. */
    private static BigDecimal step(double low, double high, int mostTicks) {
        int power = (int) Math.floor(Math.log10((high - low) / mostTicks)) - 1;
        while (true) {
            for (double step : STEPS) {
                BigDecimal candidate = BigDecimal.valueOf(step).scaleByPowerOfTen(power);
                double size = candidate.doubleValue();
                if (Math.ceil(high / size - 1e-9) - Math.floor(low / size + 1e-9) + 1 <= mostTicks) {
                    return candidate;
                }
            }
            power++;
        }
    }
}
