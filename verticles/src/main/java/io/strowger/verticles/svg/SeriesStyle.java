package io.strowger.verticles.svg;

/**
 * How a series looks: its colour, by a class that the style sheet knows, and its dashes, which tell neighbours apart
 * without colour.
 */
public final class SeriesStyle {
    private static final int COLOURS = 8;
    private static final String[] DASHES = {"none", "9 6", "1 5", "13 6 1 6"};

    private SeriesStyle() {}

    /** The class of the series with a number from 0. */
    public static String colour(int series) {
        return "s" + series % COLOURS;
    }

    /** The dashes of its line. */
    public static String dashes(int series) {
        return DASHES[series % DASHES.length];
    }
}
