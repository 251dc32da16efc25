package io.strowger.models.privacy;

/**
 * The arithmetic of check digits over {@code symbols[0, length)}, upper-case letters and digits. Pure functions; whoever
 * calls has made sure that digits are where digits are read.
 */
final class CheckDigits {
    private static final byte[][] VERHOEFF_PRODUCTS = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
        {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
        {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
        {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };
    private static final byte[][] VERHOEFF_TURNS = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
        {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
        {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
        {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
        {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
        {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
        {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
    };

    private CheckDigits() {}

    static int digit(char[] symbols, int index) {
        return symbols[index] - '0';
    }

    /** The number in {@code [from, to)}, at most 18 digits. */
    static long number(char[] symbols, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + digit(symbols, i);
        }
        return number;
    }

    /** ISO/IEC 7812-1 annex B: every second digit from the right counts twice. */
    static boolean luhn(char[] symbols, int from, int to) {
        int sum = 0;
        boolean twice = false;
        for (int i = to - 1; i >= from; i--) {
            int digit = digit(symbols, i);
            int value = twice ? 2 * digit : digit;
            sum += value > 9 ? value - 9 : value;
            twice = !twice;
        }
        return sum % 10 == 0;
    }

    /** ISO/IEC 7064, MOD 97-10, of letters and digits (A = 10 ...): the remainder. */
    static int mod97(char[] symbols, int from, int to, int remainderBefore) {
        int remainder = remainderBefore;
        for (int i = from; i < to; i++) {
            char c = symbols[i];
            remainder = c <= '9' ? (remainder * 10 + c - '0') % 97 : (remainder * 100 + c - 'A' + 10) % 97;
        }
        return remainder;
    }

    /** ISO/IEC 7064, MOD 11,10: the last digit checks the others. */
    static boolean mod11And10(char[] symbols, int length) {
        int product = 10;
        for (int i = 0; i < length - 1; i++) {
            int sum = (digit(symbols, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digit(symbols, length - 1);
    }

    /** ISO/IEC 7064, MOD 11-2: the last symbol, a digit or X, checks the digits before it. */
    static boolean mod11And2(char[] symbols, int length) {
        int sum = 0;
        for (int i = 0; i < length - 1; i++) {
            sum = (sum + digit(symbols, i)) * 2 % 11;
        }
        int check = (12 - sum) % 11;
        return symbols[length - 1] == (check == 10 ? 'X' : (char) ('0' + check));
    }

    /** Verhoeff, "Error detecting decimal codes" (1969): the dihedral group of order ten. */
    static boolean verhoeff(char[] symbols, int length) {
        int check = 0;
        for (int i = 0; i < length; i++) {
            int turned = VERHOEFF_TURNS[i % 8][digit(symbols, length - 1 - i)];
            check = VERHOEFF_PRODUCTS[check][turned];
        }
        return check == 0;
    }

    /** The sum of digits times weights, from {@code from} on. */
    static int weighted(char[] symbols, int from, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(symbols, from + i) * weights[i];
        }
        return sum;
    }

    /** Whether these are a day of a month, the year unknown or in two digits. */
    static boolean isDay(long month, long day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= (month == 2 ? 29 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31);
    }

    static boolean isAllSame(char[] symbols, int length) {
        for (int i = 1; i < length; i++) {
            if (symbols[i] != symbols[0]) {
                return false;
            }
        }
        return true;
    }
}
