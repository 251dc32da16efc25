package io.strowger.bench.report;

import io.strowger.bench.report.Chart.Line;
import io.strowger.bench.report.Chart.Lines;
import io.strowger.bench.report.Chart.Point;
import io.strowger.verticles.svg.Axis;
import io.strowger.verticles.svg.Curve;
import io.strowger.verticles.svg.Markup;
import io.strowger.verticles.svg.Plot;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Curves over anything. Points that have no place, such as NaN, are gaps. */
final class LinesDrawing {
    private static final int MOST_TICKS_UP = 9;
    private static final int MOST_POINTS = 1200;
    private static final int MOST_MARKS = 60;
    private static final double LONG_WAY_FROM_ZERO = 4;

    private final Lines chart;

    LinesDrawing(Lines chart) {
        this.chart = chart;
    }

    /** Whether there is any point to draw. */
    boolean hasPoints() {
        return chart.series().stream().flatMap(line -> line.points().stream()).anyMatch(this::hasPlace);
    }

    private boolean hasPlace(Point point) {
        return Double.isFinite(point.x())
                && Double.isFinite(point.y())
                && (!chart.logX() || point.x() > 0)
                && (!chart.logY() || point.y() > 0);
    }

    void draw(Markup svg) {
        DoubleSummaryStatistics xs = range(Point::x);
        DoubleSummaryStatistics ys = range(Point::y);
        // Heights are read from zero, and so is what begins near it.
        Axis y = axis(chart.logY(), Math.min(0, ys.getMin()), ys, MOST_TICKS_UP);
        double firstX = xs.getMin() > 0 && xs.getMax() > LONG_WAY_FROM_ZERO * xs.getMin() ? 0 : xs.getMin();
        Axis x = Axis.fitting(Plot.acrossPixels(y), mostTicks -> axis(chart.logX(), firstX, xs, mostTicks));
        Plot plot = new Plot(
                x,
                y,
                chart.xLabel(),
                chart.yLabel(),
                chart.series().stream().map(Line::name).toList());
        plot.begin(svg, chart.title());
        for (int i = 0; i < chart.series().size(); i++) {
            draw(svg, plot, i, chart.series().get(i));
        }
        plot.end(svg);
    }

    private static Axis axis(boolean isLogarithmic, double linearLow, DoubleSummaryStatistics range, int mostTicks) {
        return isLogarithmic
                ? Axis.logarithmic(range.getMin(), range.getMax(), mostTicks, Axis::shortLabel)
                : Axis.linear(linearLow, range.getMax(), mostTicks);
    }

    private DoubleSummaryStatistics range(ToDoubleFunction<Point> coordinate) {
        return chart.series().stream()
                .flatMap(line -> line.points().stream())
                .filter(this::hasPlace)
                .mapToDouble(coordinate)
                .summaryStatistics();
    }

    private void draw(Markup svg, Plot plot, int index, Line line) {
        List<Point> points = Thinning.of(line.points(), MOST_POINTS);
        Curve curve = new Curve();
        for (Point point : points) {
            if (hasPlace(point)) {
                curve.to(plot.x(point.x()), plot.y(point.y()));
            } else {
                curve.gap();
            }
        }
        curve.gap();
        curve.draw(svg, index, line.name());
        int every = (points.size() + MOST_MARKS - 1) / MOST_MARKS;
        for (int i = 0; i < points.size(); i += Math.max(1, every)) {
            Point point = points.get(i);
            if (hasPlace(point)) {
                String text = line.name() + "\n" + chart.xLabel() + ": " + Figures.number(point.x()) + "\n"
                        + chart.yLabel() + ": " + Figures.number(point.y());
                Curve.mark(svg, index, plot.x(point.x()), plot.y(point.y()), every <= 1, text);
            }
        }
    }
}
