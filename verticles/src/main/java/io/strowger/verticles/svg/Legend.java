package io.strowger.verticles.svg;

import java.util.ArrayList;
import java.util.List;

/** The names of the series beside a piece of their line, in as many rows as they need. */
public final class Legend {
    private static final double ROW_HEIGHT = 22;
    private static final double LINE_WIDTH = 30;
    private static final double LINE_GAP = 8;
    private static final double ENTRY_GAP = 24;
    private static final double TEXT_DROP = 4.5;

    private final List<Entry> entries = new ArrayList<>();
    private final double height;

    private record Entry(String name, double x, double y) {}

    /** A legend that stays within a width. */
    public Legend(List<String> names, double width) {
        double x = 0;
        double y = ROW_HEIGHT / 2;
        for (String name : names) {
            String shown = TextWidth.cut(name, width - LINE_WIDTH - LINE_GAP);
            double entryWidth = LINE_WIDTH + LINE_GAP + TextWidth.of(shown);
            if (x > 0 && x + entryWidth > width) {
                x = 0;
                y += ROW_HEIGHT;
            }
            entries.add(new Entry(shown, x, y));
            x += entryWidth + ENTRY_GAP;
        }
        height = entries.isEmpty() ? 0 : y + ROW_HEIGHT / 2;
    }

    /** Pixels. */
    public double height() {
        return height;
    }

    void draw(Markup svg, double left) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            double x = left + entry.x;
            svg.empty(
                    "path",
                    "class",
                    "line " + SeriesStyle.colour(i),
                    "stroke-dasharray",
                    SeriesStyle.dashes(i),
                    "d",
                    "M" + Markup.number(x) + " " + Markup.number(entry.y) + "h" + Markup.number(LINE_WIDTH));
            svg.leaf("text", entry.name, "x", x + LINE_WIDTH + LINE_GAP, "y", entry.y + TEXT_DROP);
        }
    }
}
