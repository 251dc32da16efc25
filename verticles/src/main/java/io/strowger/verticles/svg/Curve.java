package io.strowger.verticles.svg;

/** The line of a series, given point by point in the order of x; a gap begins a new piece. */
public final class Curve {
    private final StringBuilder path = new StringBuilder();
    private boolean isInPiece;
    private double lastX;
    private double lastY;

    /** Goes on to a point, in pixels. */
    public void to(double x, double y) {
        path.append(isInPiece ? 'L' : 'M').append(Markup.number(x)).append(' ').append(Markup.number(y));
        isInPiece = true;
        lastX = x;
        lastY = y;
    }

    /** Leaves a gap. */
    public void gap() {
        if (isInPiece) {
            path.append('l').append("0 0"); // a piece of one point shows as a dot, by its round ends
        }
        isInPiece = false;
    }

    public double lastX() {
        return lastX;
    }

    public double lastY() {
        return lastY;
    }

    /** Draws it, with a name to show where the pointer rests on it. */
    public void draw(Markup svg, int series, String name) {
        if (path.isEmpty()) {
            return;
        }
        svg.open("g").leaf("title", name);
        svg.empty("path", "class", "reach", "d", path);
        svg.empty(
                "path",
                "class",
                "line " + SeriesStyle.colour(series),
                "stroke-dasharray",
                SeriesStyle.dashes(series),
                "d",
                path);
        svg.close();
    }

    /** A mark with a text to show where the pointer rests on it. */
    public static void mark(Markup svg, int series, double x, double y, boolean isVisible, String text) {
        String type = isVisible ? "mark " + SeriesStyle.colour(series) : "hidden";
        svg.open("circle", "class", type, "cx", x, "cy", y, "r", isVisible ? 3.2 : 7.0)
                .leaf("title", text)
                .close();
    }
}
