package io.strowger.engine.rules;

import io.strowger.engine.internal.Bytes;

/**
 * Numbers written in texts, read without allocation: an optional sign, digits, for decimal ones a point and an exponent. A
 * decimal number may have as many digits as can be read exactly (15, and a power of ten up to 22); longer ones are none.
 */
final class NumberText {
    private static final int MAX_EXACT_POWER = 22;
    private static final long MAX_EXACT_DIGITS = 1L << 53;
    private static final double[] POWERS = new double[MAX_EXACT_POWER + 1];

    static {
        POWERS[0] = 1;
        for (int power = 1; power <= MAX_EXACT_POWER; power++) {
            POWERS[power] = POWERS[power - 1] * 10;
        }
    }

    private NumberText() {}

    /** Whether the text is a whole number of 64 bits. */
    static boolean isWhole(Bytes text) {
        int start = afterSign(text);
        boolean negative = start == 1 && text.at(0) == '-';
        long value = 0;
        for (int index = start; index < text.length(); index++) {
            int digit = text.at(index) - '0';
            if (digit < 0 || digit > 9 || value < (Long.MIN_VALUE + digit) / 10) {
                return false;
            }
            value = value * 10 - digit;
        }
        return start < text.length() && (negative || value != Long.MIN_VALUE);
    }

    /** The value of a text that {@link #isWhole}. */
    static long whole(Bytes text) {
        int start = afterSign(text);
        long value = 0;
        for (int index = start; index < text.length(); index++) {
            value = value * 10 - (text.at(index) - '0');
        }
        return start == 1 && text.at(0) == '-' ? value : -value;
    }

    /** Whether the text is a decimal number that can be read exactly. */
    static boolean isReal(Bytes text) {
        return !Double.isNaN(real(text));
    }

    /** The value of a text, NaN when it is no number. */
    static double real(Bytes text) {
        int index = afterSign(text);
        long digits = 0;
        int count = 0;
        int scale = 0;
        boolean point = false;
        for (; index < text.length(); index++) {
            byte each = text.at(index);
            if (each == '.' && !point) {
                point = true;
            } else if (each >= '0' && each <= '9' && digits < MAX_EXACT_DIGITS) {
                digits = digits * 10 + (each - '0');
                count++;
                scale -= point ? 1 : 0;
            } else {
                break;
            }
        }
        int exponent = exponent(text, index);
        if (count == 0 || exponent == Integer.MIN_VALUE || digits > MAX_EXACT_DIGITS) {
            return Double.NaN;
        }
        return scaled(digits, scale + exponent, text.at(0) == '-');
    }

    /** Both factors are exact, so the one rounding of the multiplication or division gives the nearest number. */
    private static double scaled(long digits, int power, boolean negative) {
        if (digits == 0) {
            return negative ? -0.0 : 0.0;
        }
        if (Math.abs(power) > MAX_EXACT_POWER) {
            return Double.NaN;
        }
        double value = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
        return negative ? -value : value;
    }

    /** The exponent from an index to the end, 0 when the text ends there, MIN_VALUE when it is something else. */
    private static int exponent(Bytes text, int start) {
        if (start == text.length()) {
            return 0;
        }
        if (text.at(start) != 'e' && text.at(start) != 'E') {
            return Integer.MIN_VALUE;
        }
        int index = start + 1;
        boolean negative = index < text.length() && text.at(index) == '-';
        if (negative || (index < text.length() && text.at(index) == '+')) {
            index++;
        }
        int value = 0;
        int first = index;
        for (; index < text.length(); index++) {
            int digit = text.at(index) - '0';
            if (digit < 0 || digit > 9 || value > 999) {
                return Integer.MIN_VALUE;
            }
            value = value * 10 + digit;
        }
        return index == first ? Integer.MIN_VALUE : negative ? -value : value;
    }

    private static int afterSign(Bytes text) {
        return !text.isEmpty() && (text.at(0) == '-' || text.at(0) == '+') ? 1 : 0;
    }
}
