package io.strowger.verticles.simulation;

import io.strowger.engine.simulation.Estimate;
import io.strowger.engine.simulation.GroupResult;
import io.strowger.engine.simulation.Measure;
import io.strowger.engine.simulation.SimulationResult;
import io.strowger.engine.simulation.Tally;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A simulation's result as a table for people. */
final class ResultTable {
    private static final String NOTHING = "-";
    private static final double PERCENT = 100;

    private final SimulationResult result;
    private final double confidence;

    ResultTable(SimulationResult result, double confidence) {
        this.result = result;
        this.confidence = confidence;
    }

    void print(PrintStream out) {
        out.println(result.scenario().name() + ": " + summary());
        out.println();
        print(rows(), out);
        notes(out);
    }

    /** What the figures come from. */
    String summary() {
        return "seed " + result.seed() + ", " + runs();
    }

    /** The headings, their units, and a row for each queue, stream, and all together. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(headings());
        rows.add(units());
        section(rows, "queue", result.queues());
        if (result.streams().size() > 1) {
            section(rows, "stream", result.streams());
        }
        if (result.queues().size() > 1 || result.scenario().lines() > 0) {
            rows.add(row("", result.total()));
        }
        return rows;
    }

    private String runs() {
        if (result.replications() == 1 && !result.scenario().isStationary()) {
            return "1 run; several (--replications) would have intervals";
        }
        return (result.replications() == 1 ? "1 run in batches" : result.replications() + " runs") + ", intervals of "
                + ResultJson.seconds(Math.round(confidence * PERCENT * 1e9)) + " %";
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("", "arrivals", "waited", "mean wait", "p50", "p90", "p99"));
        result.scenario().serviceLevelNanos().forEach(level -> headings.add("in " + ResultJson.seconds(level) + " s"));
        headings.addAll(List.of("abandoned", "occupancy", "queue"));
        return headings;
    }

    private List<String> units() {
        List<String> units = new ArrayList<>(List.of("", "", "%", "s", "s", "s", "s"));
        result.scenario().serviceLevelNanos().forEach(level -> units.add("%"));
        units.addAll(List.of("%", "%", "length"));
        return units;
    }

    private void section(List<List<String>> rows, String kind, List<GroupResult> groups) {
        for (GroupResult group : groups) {
            if (group.sum().arrivals > 0) {
                rows.add(row(kind + " ", group));
            }
        }
    }

    private List<String> row(String kind, GroupResult group) {
        List<String> cells = new ArrayList<>();
        cells.add(kind + group.name());
        cells.add(text(group.arrivals(confidence), 0));
        cells.add(share(group, Measure.WAITED));
        cells.add(text(group.estimate(Measure.WAIT_SECONDS, confidence), 2));
        cells.add(text(group.waitPercentile(50), 1));
        cells.add(text(group.waitPercentile(90), 1));
        cells.add(text(group.waitPercentile(99), 1));
        for (int level = 0; level < result.scenario().serviceLevelNanos().size(); level++) {
            cells.add(text(group.servedWithin(level, confidence).times(PERCENT), 2));
        }
        cells.add(share(group, Measure.ABANDONED));
        cells.add(share(group, Measure.OCCUPANCY));
        cells.add(text(group.estimate(Measure.QUEUE_LENGTH, confidence), 2));
        return cells;
    }

    private String share(GroupResult group, Measure measure) {
        return text(group.estimate(measure, confidence).times(PERCENT), 2);
    }

    /** The mean, and half of the interval where there is one. */
    private static String text(Estimate estimate, int digits) {
        if (Double.isNaN(estimate.mean())) {
            return NOTHING;
        }
        double half = (estimate.high() - estimate.low()) / 2;
        String mean = text(estimate.mean(), digits);
        return Double.isNaN(half) || half == 0 ? mean : mean + " ± " + text(half, digits);
    }

    private static String text(double value, int digits) {
        return Double.isNaN(value) ? NOTHING : String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    private static void print(List<List<String>> rows, PrintStream out) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String blanks = " ".repeat(widths[column] - row.get(column).length());
                line.append(column == 0 ? row.get(column) + blanks : "  " + blanks + row.get(column));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private void notes(PrintStream out) {
        Tally total = result.total().sum();
        if (total.blocked > 0) {
            Estimate blocked =
                    result.total().estimate(Measure.BLOCKED, confidence).times(PERCENT);
            out.printf(
                    Locale.ROOT,
                    "%n%s %% of the customers found all lines taken, or their queue full.%n",
                    text(blocked, 2));
        }
        if (total.unserved > 0) {
            out.printf(
                    Locale.ROOT,
                    "%n%,d customers were still waiting at the end; their waits count as long as they lasted until then.%n",
                    total.unserved);
        }
        if (total.declined + total.expired > 0) {
            out.printf(
                    Locale.ROOT,
                    "%n%,d offers: %,d declined, %,d expired.%n",
                    total.offers,
                    total.declined,
                    total.expired);
        }
    }
}
