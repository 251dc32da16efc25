package io.strowger.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cells as people and as programs read them. */
final class Figures {
    /** Stands where there is no figure. */
    static final String NONE = "–";

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e15;

    private Figures() {}

    static boolean isNumber(Object cell) {
        return cell instanceof Number || cell instanceof Spread;
    }

    /** For people: thousands apart, no more digits than mean something. */
    static String forPeople(Object cell) {
        if (cell instanceof Spread spread) {
            String median = number(spread.median());
            return spread.isPoint() ? median : median + " [" + number(spread.low()) + "–" + number(spread.high()) + "]";
        }
        if (cell instanceof Double number) {
            return number(number);
        }
        if (cell instanceof Number whole) {
            return String.format(Locale.ROOT, "%,d", whole.longValue());
        }
        if (cell instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        return CONTROLS.matcher(cell.toString()).replaceAll(" ");
    }

    /** From the lowest to the highest run. */
    static String range(Spread spread) {
        return "[" + number(spread.low()) + "–" + number(spread.high()) + "]";
    }

    /** A number with three significant digits, or without decimals where it has more before them. */
    static String number(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value)) {
            return NONE;
        }
        if (size == 0) {
            return "0";
        }
        if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_UP));
        int decimals = Math.max(0, SIGNIFICANT_DIGITS - (rounded.precision() - rounded.scale()));
        return String.format(Locale.ROOT, "%,." + decimals + "f", decimals == 0 ? BigDecimal.valueOf(value) : rounded);
    }

    /** For programs: all digits, no exponent; empty for no figure. */
    static String forPrograms(Object cell) {
        if (cell instanceof Spread spread) {
            return forPrograms(spread.median());
        }
        if (cell instanceof Double number) {
            return Double.isFinite(number) ? BigDecimal.valueOf(number).toPlainString() : "";
        }
        return cell.toString();
    }
}
