package io.strowger.bench.report;

import java.util.List;

/** A drawing of figures. */
public sealed interface Chart {
    /** The headline. */
    String title();

    /**
     * Latency by percentile, with the percentiles spread out towards 99.999.
     *
     * @param title the headline
     * @param series curves; the histograms are of nanoseconds
     */
    record Percentiles(String title, List<RecordedHistogram> series) implements Chart {
        public Percentiles {
            series = List.copyOf(series);
        }
    }

    /**
     * Curves.
     *
     * @param title the headline
     * @param xLabel with the unit
     * @param yLabel with the unit
     * @param logX whether x is drawn on a logarithmic scale; values are above 0 then
     * @param logY the same for y
     * @param series the curves
     */
    record Lines(String title, String xLabel, String yLabel, boolean logX, boolean logY, List<Line> series)
            implements Chart {
        public Lines {
            series = List.copyOf(series);
        }
    }

    /**
     * A curve.
     *
     * @param name for the legend
     * @param points in the order of x
     */
    record Line(String name, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** A point of a curve. */
    record Point(double x, double y) {}

    /**
     * Side-by-side bars.
     *
     * @param title the headline
     * @param unit of the values
     * @param bars neighbours of the same group stand together
     */
    record Bars(String title, String unit, List<Bar> bars) implements Chart {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * A bar with its spread over runs; low and high equal the value where there was one run.
     *
     * @param group such as the rate
     * @param name such as the contender
     */
    record Bar(String group, String name, double value, double low, double high) {}
}
