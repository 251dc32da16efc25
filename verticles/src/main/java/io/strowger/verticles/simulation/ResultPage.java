package io.strowger.verticles.simulation;

import io.strowger.engine.simulation.GroupResult;
import io.strowger.engine.simulation.Measure;
import io.strowger.engine.simulation.SimulationResult;
import io.strowger.engine.simulation.Tally;
import io.strowger.verticles.svg.Markup;
import io.strowger.verticles.svg.PageHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A simulation's result as a page with pictures that needs no other file. */
final class ResultPage {
    private static final int MOST_CURVES = 8;
    private static final int PERCENT = 100;
    private static final double HOUR_NANOS = 3_600e9;
    private static final double HOUR_SECONDS = 3_600;
    private static final double DAY_HOURS = 24;

    private final SimulationResult result;
    private final ResultTable table;
    private final Markup page = new Markup();
    private final List<GroupResult> queues;

    private ResultPage(SimulationResult result, ResultTable table) {
        this.result = result;
        this.table = table;
        queues = result.queues().stream()
                .filter(queue -> queue.sum().arrivals > 0)
                .sorted(Comparator.comparingLong(queue -> -queue.sum().arrivals))
                .limit(MOST_CURVES)
                .toList();
    }

    /** The page's text. */
    static String of(SimulationResult result, ResultTable table) {
        ResultPage made = new ResultPage(result, table);
        made.write();
        return made.page.toString();
    }

    private void write() {
        PageHead.open(page, result.scenario().name());
        page.open("body").open("main").open("header");
        page.leaf("p", "Strowger simulate", "class", "kind");
        page.leaf("h1", result.scenario().name());
        page.leaf("p", table.summary(), "class", "question");
        page.close().newLine();
        if (!queues.isEmpty()) {
            waits();
            String level =
                    ResultJson.seconds(result.scenario().serviceLevelNanos().get(0));
            overTheDay(
                    "Served within " + level + " s",
                    "% of the customers",
                    PERCENT,
                    tally -> tally.arrivals == 0 ? Double.NaN : (double) tally.servedWithin[0] / tally.arrivals);
            overTheDay("Occupancy", "% of the capacity at work", PERCENT, Measure.OCCUPANCY::of);
            overTheDay("Customers", "an hour", HOUR_SECONDS, Measure.ARRIVALS_PER_SECOND::of);
            overTheDay("Waiting customers", "in the mean", 1, Measure.QUEUE_LENGTH::of);
        }
        figures();
        page.close().close().newLine().close().newLine();
    }

    private void waits() {
        double[] percents = new double[PERCENT];
        for (int percent = 0; percent < PERCENT; percent++) {
            percents[percent] = percent;
        }
        CurveChart chart = new CurveChart(
                "How long customers wait", "% of the customers waited at most so long", "seconds", percents);
        for (GroupResult queue : queues) {
            double[] values = new double[PERCENT];
            for (int percent = 0; percent < PERCENT; percent++) {
                values[percent] = queue.waitPercentile(percent);
            }
            chart.add(queue.name(), values);
        }
        chart.draw(page);
    }

    private void overTheDay(String title, String unit, double factor, ToDoubleFunction<Tally> figure) {
        int slots = result.total().slots().size();
        double[] hours = new double[slots];
        double start = (result.scenario().time().startNanos()
                        + result.scenario().time().warmUpNanos())
                / HOUR_NANOS
                % DAY_HOURS;
        double step = result.scenario().time().countedNanos() / HOUR_NANOS / slots;
        for (int slot = 0; slot < slots; slot++) {
            hours[slot] = start + (slot + 0.5) * step;
        }
        CurveChart chart = new CurveChart(title, "hours since the first midnight", unit, hours);
        for (GroupResult queue : queues) {
            chart.add(
                    queue.name(),
                    queue.slots().stream()
                            .mapToDouble(tally -> figure.applyAsDouble(tally) * factor)
                            .toArray());
        }
        chart.draw(page);
    }

    private void figures() {
        List<List<String>> rows = new ArrayList<>(table.rows());
        page.open("figure").leaf("figcaption", "Figures").open("div", "class", "scroll");
        page.open("table").open("thead").open("tr");
        List<String> headings = rows.remove(0);
        List<String> units = rows.remove(0);
        for (int column = 0; column < headings.size(); column++) {
            page.open("th", "scope", "col", "class", type(column)).text(headings.get(column));
            page.leaf("span", units.get(column), "class", "unit").close();
        }
        page.close().close().open("tbody").newLine();
        for (List<String> row : rows) {
            page.open("tr");
            for (int column = 0; column < row.size(); column++) {
                page.leaf("td", row.get(column), "class", type(column));
            }
            page.close().newLine();
        }
        page.close().close().close().close().newLine();
        page.leaf(
                "p",
                String.format(
                        Locale.ROOT,
                        "The real router made %,d decisions. What the figures mean: docs/simulate.md.",
                        result.commands()),
                "class",
                "muted");
    }

    private static String type(int column) {
        return column == 0 ? "words" : "figure";
    }
}
