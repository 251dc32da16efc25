package io.strowger.bench.report;

import io.strowger.verticles.svg.Axis;
import io.strowger.verticles.svg.Curve;
import io.strowger.verticles.svg.Markup;
import io.strowger.verticles.svg.Plot;
import io.strowger.verticles.svg.Tick;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Curves of latency by percentile. Each nine takes as much room as the one before: x is the number of nines, {@code
 * log10(1 / (1 - p))}. A curve ends at its worst value, where its recording has too few values for more nines.
 */
final class PercentilesDrawing {
    private static final double MOST_NINES = 5;
    private static final double STEP_NINES = 0.02;
    private static final int MOST_TICKS = 14;
    private static final double ALL = 100;

    private static final List<Tick> NINES = List.of(
            new Tick(0, "0 %"),
            new Tick(1, "90 %"),
            new Tick(2, "99 %"),
            new Tick(3, "99.9 %"),
            new Tick(4, "99.99 %"),
            new Tick(MOST_NINES, "99.999 %"));

    private PercentilesDrawing() {}

    /** Draws the curves; the caller makes sure that something was recorded. */
    static void draw(Markup svg, String title, List<RecordedHistogram> series) {
        double low = Double.POSITIVE_INFINITY;
        double high = 1;
        for (RecordedHistogram recording : series) {
            Histogram histogram = recording.histogram();
            if (histogram.getTotalCount() > 0) {
                low = Math.min(low, nanos(histogram, 0));
                high = Math.max(high, nanos(histogram, MOST_NINES));
            }
        }
        Axis y = Axis.logarithmic(Math.min(low, high), high, MOST_TICKS, DurationText::of);
        Plot plot = new Plot(
                Axis.of(NINES),
                y,
                "percentile",
                "latency",
                series.stream().map(RecordedHistogram::name).toList());
        plot.begin(svg, title);
        for (int i = 0; i < series.size(); i++) {
            if (series.get(i).histogram().getTotalCount() > 0) {
                draw(svg, plot, i, series.get(i));
            }
        }
        plot.end(svg);
    }

    private static void draw(Markup svg, Plot plot, int index, RecordedHistogram recording) {
        Histogram histogram = recording.histogram();
        double lastNines = Math.min(MOST_NINES, Math.log10((double) histogram.getTotalCount()));
        Curve curve = new Curve();
        double drawn = -1;
        for (int i = 0; i * STEP_NINES < lastNines; i++) {
            double y = plot.y(nanos(histogram, i * STEP_NINES));
            if (y != drawn) { // a level stretch needs its ends only
                if (i > 0) {
                    curve.to(plot.x((i - 1) * STEP_NINES), drawn);
                }
                curve.to(plot.x(i * STEP_NINES), y);
            }
            drawn = y;
        }
        curve.to(plot.x(lastNines), plot.y(nanos(histogram, lastNines)));
        curve.draw(svg, index, recording.name());
        for (Tick tick : NINES.subList(1, NINES.size())) {
            if (tick.value() <= lastNines) {
                mark(svg, plot, index, recording, tick.value(), "p" + tick.label());
            }
        }
        mark(svg, plot, index, recording, Math.log10(2), "p50 %");
        if (lastNines < MOST_NINES) {
            mark(svg, plot, index, recording, lastNines, "worst");
        }
    }

    private static void mark(
            Markup svg, Plot plot, int index, RecordedHistogram recording, double nines, String percentile) {
        double nanos = nanos(recording.histogram(), nines);
        String text = recording.name() + ", " + percentile.replace(" %", "") + ": " + DurationText.of(nanos);
        Curve.mark(svg, index, plot.x(nines), plot.y(nanos), true, text);
    }

    /** At least 1, so that it has a place on a logarithmic scale. */
    private static double nanos(Histogram histogram, double nines) {
        double percentile = ALL * (1 - Math.pow(10, -nines));
        return Math.max(1, histogram.getValueAtPercentile(percentile));
    }
}
