package io.strowger.verticles.config;

import java.util.List;

/** Sizes in bytes as people write them: {@code 64KiB}, {@code 1GiB}, {@code 4096}. */
final class Sizes {
    private static final List<String> UNITS = List.of("TiB", "GiB", "MiB", "KiB");

    private Sizes() {}

    /**
     * Reads a size.
     *
     * @throws IllegalArgumentException when it is none
     */
    static long parse(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        String unit = text.substring(digits).strip();
        try {
            return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), factor(unit));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a size; write bytes with their unit, for example 64KiB, 512MiB, 16GiB", e);
        }
    }

    private static long factor(String unit) {
        if (unit.isEmpty() || unit.equals("B")) {
            return 1;
        }
        int index = UNITS.indexOf(unit);
        if (index < 0) {
            throw new IllegalArgumentException("unknown unit " + unit);
        }
        return 1L << (10 * (UNITS.size() - index));
    }

    /** The shortest way to write a size that {@link #parse} reads back. */
    static String show(long bytes) {
        for (String unit : UNITS) {
            if (bytes != 0 && bytes % factor(unit) == 0) {
                return bytes / factor(unit) + unit;
            }
        }
        return Long.toString(bytes);
    }
}
