package io.strowger.verticles.demo;

/** Cuts and pads text to a number of terminal columns; every character of ours takes one. */
final class Cells {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final int PARTS = 8;

    private Cells() {}

    /** Exactly that many columns, filled up on the right. */
    static String left(String text, int columns) {
        String cut = cut(text, columns);
        return cut + " ".repeat(Math.max(0, columns - length(cut)));
    }

    /** Exactly that many columns, filled up on the left. */
    static String right(String text, int columns) {
        String cut = cut(text, columns);
        return " ".repeat(Math.max(0, columns - length(cut))) + cut;
    }

    /** At most that many columns. */
    static String cut(String text, int columns) {
        if (columns <= 0) {
            return "";
        }
        return length(text) <= columns ? text : text.substring(0, text.offsetByCodePoints(0, columns - 1)) + "…";
    }

    /** A bar of that many columns, filled to a fraction, in eighths of a column. */
    static String bar(double fraction, int columns) {
        int eighths = (int) Math.round(Math.max(0, Math.min(1, fraction)) * columns * PARTS);
        String bar = "█".repeat(eighths / PARTS);
        if (eighths % PARTS > 0) {
            bar += EIGHTHS.charAt(eighths % PARTS);
        }
        return left(bar, columns);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
