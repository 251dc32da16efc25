package io.strowger.verticles.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Thousands, millions and so on, which shorten the labels of an axis. */
enum Magnitude {
    ONES("", 0),
    THOUSANDS("k", 3),
    MILLIONS("M", 6),
    BILLIONS("G", 9),
    TRILLIONS("T", 12);

    private static final double SMALLEST_SHORTENED = 1e4;

    private final String suffix;
    private final int power;

    Magnitude(String suffix, int power) {
        this.suffix = suffix;
        this.power = power;
    }

    /** The one that suits an axis which reaches up to a size. */
    static Magnitude of(double size) {
        Magnitude fitting = ONES;
        if (size >= SMALLEST_SHORTENED) {
            for (Magnitude magnitude : values()) {
                if (size >= Math.pow(10, magnitude.power)) {
                    fitting = magnitude;
                }
            }
        }
        return fitting;
    }

    /** A value with as many decimals as its neighbours, a step away, need. */
    String label(BigDecimal value, BigDecimal step) {
        if (value.signum() == 0) {
            return "0";
        }
        int decimals =
                Math.max(0, step.scaleByPowerOfTen(-power).stripTrailingZeros().scale());
        BigDecimal shortened = value.scaleByPowerOfTen(-power).setScale(decimals, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + decimals + "f", shortened) + suffix;
    }

    /** A value by itself. */
    static String label(double value) {
        Magnitude magnitude = of(Math.abs(value));
        BigDecimal shortened = BigDecimal.valueOf(value).scaleByPowerOfTen(-magnitude.power);
        BigDecimal plain = shortened.signum() == 0 ? BigDecimal.ZERO : shortened.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain) + magnitude.suffix;
    }
}
