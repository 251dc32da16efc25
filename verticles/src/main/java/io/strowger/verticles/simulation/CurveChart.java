package io.strowger.verticles.simulation;

import io.strowger.verticles.svg.Axis;
import io.strowger.verticles.svg.Curve;
import io.strowger.verticles.svg.Markup;
import io.strowger.verticles.svg.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Curves over the same values across. Mutable until drawn. */
final class CurveChart {
    private static final int TICKS_UP = 8;
    private static final int MOST_MARKS = 50;

    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final double[] across;
    private final List<String> names = new ArrayList<>();
    private final List<double[]> curves = new ArrayList<>();

    /** A chart without curves. */
    CurveChart(String title, String xLabel, String yLabel, double[] across) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.across = across;
    }

    /** Adds a curve; values that are not a number are gaps. */
    void add(String name, double[] values) {
        names.add(name);
        curves.add(values);
    }

    void draw(Markup page) {
        page.open("figure").leaf("figcaption", title).open("div", "class", "scroll");
        Axis y = Axis.linear(0, highest(), TICKS_UP);
        Axis x = Axis.fitting(Plot.acrossPixels(y), ticks -> Axis.linear(across[0], across[across.length - 1], ticks));
        Plot plot = new Plot(x, y, xLabel, yLabel, names);
        plot.begin(page, title);
        for (int index = 0; index < names.size(); index++) {
            draw(page, plot, index);
        }
        plot.end(page);
        page.close().close().newLine();
    }

    private void draw(Markup page, Plot plot, int index) {
        double[] values = curves.get(index);
        Curve curve = new Curve();
        for (int point = 0; point < values.length; point++) {
            if (Double.isNaN(values[point])) {
                curve.gap();
            } else {
                curve.to(plot.x(across[point]), plot.y(values[point]));
            }
        }
        curve.gap();
        curve.draw(page, index, names.get(index));
        for (int point = 0; point < values.length; point += 1 + values.length / MOST_MARKS) {
            if (!Double.isNaN(values[point])) {
                String text = String.format(
                        Locale.ROOT,
                        "%s%n%s: %.4g%n%s: %.4g",
                        names.get(index),
                        xLabel,
                        across[point],
                        yLabel,
                        values[point]);
                Curve.mark(page, index, plot.x(across[point]), plot.y(values[point]), false, text);
            }
        }
    }

    private double highest() {
        double highest = 0;
        for (double[] curve : curves) {
            for (double value : curve) {
                highest = Double.isNaN(value) ? highest : Math.max(highest, value);
            }
        }
        return highest > 0 ? highest : 1;
    }
}
