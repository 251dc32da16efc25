package io.strowger.bench.report;

import io.strowger.verticles.svg.Markup;

/** Draws a chart of any kind. */
final class ChartDrawing {
    private ChartDrawing() {}

    /** Appends the drawing, or a sentence where there is nothing to draw. */
    static void draw(Markup page, Chart chart) {
        if (chart instanceof Chart.Percentiles percentiles) {
            boolean isEmpty = percentiles.series().stream()
                    .allMatch(recording -> recording.histogram().getTotalCount() == 0);
            if (!isEmpty) {
                PercentilesDrawing.draw(page, chart.title(), percentiles.series());
                return;
            }
        } else if (chart instanceof Chart.Lines lines) {
            LinesDrawing drawing = new LinesDrawing(lines);
            if (drawing.hasPoints()) {
                drawing.draw(page);
                return;
            }
        } else if (chart instanceof Chart.Bars bars) {
            BarsDrawing drawing = new BarsDrawing(bars);
            if (drawing.hasBars()) {
                drawing.draw(page);
                return;
            }
        }
        page.leaf("p", "Nothing was recorded.", "class", "nothing");
    }
}
