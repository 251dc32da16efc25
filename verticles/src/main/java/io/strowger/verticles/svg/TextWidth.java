package io.strowger.verticles.svg;

/** How wide a text gets in the report's 13-pixel sans-serif: as in the widest of the usual fonts, so that nothing touches. */
public final class TextWidth {
    private static final double NARROW = 5.1;
    private static final double USUAL = 8.3;
    private static final double CAPITAL = 9.8;
    private static final double WIDE = 12.9;
    private static final double FULL = 13.5;
    private static final int FIRST_FULL_WIDTH = 0x2E80;
    /** What sums of such numbers may be off. */
    private static final double ROUNDING = 0.001;

    private static final String ELLIPSIS = "…";

    private TextWidth() {}

    /** Pixels. */
    public static double of(String text) {
        return text.codePoints().mapToDouble(TextWidth::of).sum();
    }

    private static double of(int point) {
        if (point >= FIRST_FULL_WIDTH) {
            return FULL;
        }
        if ("il.,:;|!'Ijtf[]()r- ".indexOf(point) >= 0) {
            return NARROW;
        }
        if ("mwMW@%—…".indexOf(point) >= 0) {
            return WIDE;
        }
        return Character.isUpperCase(point) ? CAPITAL : USUAL;
    }

    /** The text, or as much of its beginning as fits into some pixels. */
    public static String cut(String text, double pixels) {
        if (of(text) <= pixels + ROUNDING) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        double left = pixels - of(ELLIPSIS);
        for (int point : text.codePoints().toArray()) {
            left -= of(point);
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.toString().stripTrailing() + ELLIPSIS;
    }
}
