package io.strowger.bench.report;

import io.strowger.bench.report.Chart.Bar;
import io.strowger.bench.report.Chart.Bars;
import io.strowger.verticles.svg.Axis;
import io.strowger.verticles.svg.Markup;
import io.strowger.verticles.svg.Plot;
import io.strowger.verticles.svg.SeriesStyle;
import io.strowger.verticles.svg.TextWidth;
import io.strowger.verticles.svg.Tick;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bars that lie, one below the other: each has a row of its own, with its name before it and its value behind it, so labels
 * have room however many bars there are. Groups have a line with their name, unless each has one bar only and all of those
 * have the same name. A whisker reaches from the lowest to the highest run.
 */
final class BarsDrawing {
    private static final double ROW = 26;
    private static final double THICKNESS = 17;
    private static final double GAP = 10;
    private static final double TEXT_DROP = 4.5;
    private static final double CAP = 4;
    private static final double MOST_NAME = 300;
    private static final int LONGEST_REPEATED_UNIT = 3;

    private final Bars chart;
    private final Map<String, List<Bar>> groups = new LinkedHashMap<>();
    private final List<String> names;
    private final boolean isFlat;
    private final double left;
    private final double across;
    private final Axis axis;

    BarsDrawing(Bars chart) {
        this.chart = chart;
        chart.bars()
                .forEach(bar -> groups.computeIfAbsent(bar.group(), group -> new ArrayList<>())
                        .add(bar));
        names = chart.bars().stream().map(Bar::name).distinct().toList();
        isFlat = names.size() == 1 && groups.size() == chart.bars().size();
        left = Math.ceil(Math.min(
                        MOST_NAME, widest(chart.bars().stream().map(this::label).toList())))
                + GAP;
        across = Plot.WIDTH
                - left
                - 2 * GAP
                - widest(chart.bars().stream().map(this::value).toList());
        double low =
                chart.bars().stream().mapToDouble(BarsDrawing::lowest).min().orElse(0);
        double high =
                chart.bars().stream().mapToDouble(BarsDrawing::highest).max().orElse(0);
        axis = Axis.fitting(across, mostTicks -> Axis.linear(low, high, mostTicks));
    }

    /** Whether there is any bar to draw. */
    boolean hasBars() {
        return chart.bars().stream().anyMatch(bar -> Double.isFinite(bar.value()));
    }

    private static double lowest(Bar bar) {
        return Math.min(0, Math.min(finite(bar.value()), finite(bar.low())));
    }

    private static double highest(Bar bar) {
        return Math.max(0, Math.max(finite(bar.value()), finite(bar.high())));
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    private static double widest(List<String> texts) {
        return texts.stream().mapToDouble(TextWidth::of).max().orElse(0);
    }

    void draw(Markup svg) {
        double height = ROW * (chart.bars().size() + (isFlat ? 0 : groups.size()) + 2);
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + Markup.number(Plot.WIDTH) + " " + Markup.number(height),
                "role",
                "img",
                "aria-label",
                chart.title());
        double bottom = height - 2 * ROW;
        for (Tick tick : axis.ticks()) {
            double at = x(tick.value());
            Plot.line(svg, "grid", at, 0, at, bottom);
            svg.leaf("text", tick.label(), "class", "middle", "x", at, "y", bottom + ROW - TEXT_DROP - CAP);
        }
        svg.leaf("text", chart.unit(), "class", "muted end", "x", x(axis.high()), "y", bottom + 2 * ROW - 3 * CAP);
        double y = 0;
        for (Map.Entry<String, List<Bar>> group : groups.entrySet()) {
            if (!isFlat) {
                svg.leaf("text", group.getKey(), "class", "strong", "x", 0.0, "y", y + ROW / 2 + TEXT_DROP);
                y += ROW;
            }
            for (Bar bar : group.getValue()) {
                draw(svg, bar, y + ROW / 2);
                y += ROW;
            }
        }
        Plot.line(svg, "axis", x(0), 0, x(0), bottom);
        svg.close().newLine();
    }

    private void draw(Markup svg, Bar bar, double middle) {
        svg.open("g").leaf("title", bar.group() + ", " + bar.name() + ": " + value(bar));
        svg.leaf(
                "text",
                TextWidth.cut(label(bar), left - GAP),
                "class",
                "end",
                "x",
                left - GAP,
                "y",
                middle + TEXT_DROP);
        double from = x(Math.min(0, finite(bar.value())));
        double to = x(Math.max(0, finite(bar.value())));
        svg.empty(
                "rect",
                "class",
                "bar " + SeriesStyle.colour(names.indexOf(bar.name())),
                "x",
                from,
                "y",
                middle - THICKNESS / 2,
                "width",
                Math.max(1, to - from),
                "height",
                THICKNESS);
        if (bar.low() < bar.high()) {
            whisker(svg, x(bar.low()), x(bar.high()), middle);
        }
        svg.leaf("text", value(bar), "x", x(highest(bar)) + GAP, "y", middle + TEXT_DROP);
        svg.close();
    }

    private static void whisker(Markup svg, double low, double high, double middle) {
        Plot.line(svg, "whisker", low, middle, high, middle);
        Plot.line(svg, "whisker", low, middle - CAP, low, middle + CAP);
        Plot.line(svg, "whisker", high, middle - CAP, high, middle + CAP);
    }

    /** What stands before a bar: where each group has one bar of the same name, the group says more. */
    private String label(Bar bar) {
        return isFlat ? bar.group() : bar.name();
    }

    private String value(Bar bar) {
        String figures = Figures.forPeople(new Spread(bar.value(), bar.low(), bar.high()));
        return chart.unit().length() > LONGEST_REPEATED_UNIT ? figures : figures + " " + chart.unit();
    }

    private double x(double value) {
        return left + axis.share(value) * across;
    }
}
