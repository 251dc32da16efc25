package io.strowger.verticles.svg;

import java.util.List;

/**
 * The frame of a plot with two axes: it draws grid, labels and legend around what the caller draws, and turns values into
 * pixels.
 */
public final class Plot {
    /** Pixels from side to side. */
    public static final double WIDTH = 920;

    private static final double HEIGHT = 330;
    private static final double RIGHT = 36;
    private static final double GAP = 10;
    private static final double TEXT_DROP = 4.5;
    private static final double LABEL_ROW = 24;

    private final Axis x;
    private final Axis y;
    private final String xLabel;
    private final String yLabel;
    private final Legend legend;
    private final double left;
    private final double top;

    /**
     * A plot.
     *
     * @param x across; {@link #acrossPixels} tells how much room its labels have
     * @param y upwards
     * @param series names for the legend
     */
    public Plot(Axis x, Axis y, String xLabel, String yLabel, List<String> series) {
        this.x = x;
        this.y = y;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        legend = new Legend(series, WIDTH - RIGHT);
        left = leftOf(y);
        top = legend.height() + LABEL_ROW + GAP;
    }

    private static double leftOf(Axis y) {
        return Math.ceil(Math.max(RIGHT, y.widestLabel() + GAP));
    }

    /** Pixels from the low to the high end of the x axis, beside a y axis. */
    public static double acrossPixels(Axis y) {
        return WIDTH - RIGHT - leftOf(y);
    }

    /** Where a value lies across. */
    public double x(double value) {
        return left + x.share(value) * acrossPixels(y);
    }

    /** Where a value lies downwards. */
    public double y(double value) {
        return top + (1 - y.share(value)) * HEIGHT;
    }

    /** Opens the drawing and draws what stands behind the data. */
    public void begin(Markup svg, String title) {
        double height = top + HEIGHT + 2 * LABEL_ROW;
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + Markup.number(WIDTH) + " " + Markup.number(height),
                "role",
                "img",
                "aria-label",
                title);
        legend.draw(svg, 0);
        svg.leaf("text", yLabel, "class", "muted", "x", 0.0, "y", legend.height() + LABEL_ROW / 2 + TEXT_DROP);
        double bottom = top + HEIGHT;
        for (Tick tick : y.ticks()) {
            double at = y(tick.value());
            grid(svg, left, at, x(x.high()), at);
            svg.leaf("text", tick.label(), "class", "end", "x", left - GAP, "y", at + TEXT_DROP);
        }
        for (Tick tick : x.ticks()) {
            double at = x(tick.value());
            grid(svg, at, top, at, bottom);
            svg.leaf("text", tick.label(), "class", "middle", "x", at, "y", bottom + LABEL_ROW - TEXT_DROP);
        }
        svg.leaf("text", xLabel, "class", "muted end", "x", x(x.high()), "y", bottom + 2 * LABEL_ROW - 2 * TEXT_DROP);
        line(svg, "axis", left, bottom, x(x.high()), bottom);
    }

    /** Closes the drawing. */
    public void end(Markup svg) {
        svg.close().newLine();
    }

    private static void grid(Markup svg, double x1, double y1, double x2, double y2) {
        line(svg, "grid", x1, y1, x2, y2);
    }

    /** A straight line of a class that the style sheet knows. */
    public static void line(Markup svg, String type, double x1, double y1, double x2, double y2) {
        svg.empty("line", "class", type, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }
}
