package io.strowger.verticles.svg;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;

/** The values that one side of a plot spans, their ticks, and where a value lies between its ends. */
public final class Axis {
    private static final int MOST_TICKS_ACROSS = 12;
    private static final double LABEL_GAP = 12;

    private final double low;
    private final double high;
    private final boolean isLogarithmic;
    private final List<Tick> ticks;

    private Axis(double low, double high, boolean isLogarithmic, List<Tick> ticks) {
        this.low = low;
        this.high = high;
        this.isLogarithmic = isLogarithmic;
        this.ticks = List.copyOf(ticks);
    }

    /** An axis of even steps of 1, 2, 2.5 or 5 times a power of ten, which begins and ends at a tick. */
    public static Axis linear(double low, double high, int mostTicks) {
        LinearTicks ticks = LinearTicks.covering(low, high, mostTicks);
        return new Axis(ticks.low(), ticks.high(), false, ticks.ticks());
    }

    /**
     * An axis of even ratios, which begins and ends at 1, 2 or 5 times a power of ten.
     *
     * @param low above 0
     * @param label how a value is written
     */
    public static Axis logarithmic(double low, double high, int mostTicks, DoubleFunction<String> label) {
        LogarithmicTicks ticks = LogarithmicTicks.covering(low, high, mostTicks, label);
        return new Axis(ticks.low(), ticks.high(), true, ticks.ticks());
    }

    /** An axis of even steps with ticks that the caller chose, from the first of them to the last. */
    public static Axis of(List<Tick> ticks) {
        return new Axis(ticks.get(0).value(), ticks.get(ticks.size() - 1).value(), false, ticks);
    }

    /** The axis with the most ticks whose labels stand side by side within some pixels and do not touch. */
    public static Axis fitting(double pixels, IntFunction<Axis> byMostTicks) {
        int mostTicks = MOST_TICKS_ACROSS;
        Axis axis = byMostTicks.apply(mostTicks);
        while (mostTicks > 2 && !axis.fits(pixels)) {
            mostTicks--;
            axis = byMostTicks.apply(mostTicks);
        }
        return axis;
    }

    private boolean fits(double pixels) {
        double end = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks) {
            double half = TextWidth.of(tick.label()) / 2;
            double middle = share(tick.value()) * pixels;
            if (middle - half < end + LABEL_GAP) {
                return false;
            }
            end = middle + half;
        }
        return true;
    }

    /** Where a value lies: 0 at the low end, 1 at the high end, and nowhere beyond them. */
    public double share(double value) {
        double share = isLogarithmic
                ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
                : (value - low) / (high - low);
        return Math.max(0, Math.min(1, share));
    }

    /** A value as ticks show it: thousands as k, millions as M and so on. */
    public static String shortLabel(double value) {
        return Magnitude.label(value);
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    public boolean isLogarithmic() {
        return isLogarithmic;
    }

    /** From low to high. */
    public List<Tick> ticks() {
        return ticks;
    }

    /** Pixels that the widest label takes. */
    public double widestLabel() {
        return ticks.stream()
                .mapToDouble(tick -> TextWidth.of(tick.label()))
                .max()
                .orElse(0);
    }
}
