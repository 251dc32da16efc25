package io.strowger.bench.batch;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.Table;
import io.strowger.bench.report.Table.Column;
import io.strowger.engine.simulation.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The comparison as a report. */
final class BatchReport {
    private static final List<Figure> COMPARED =
            List.of(Figure.COST, Figure.SKILL_GAP, Figure.WAIT, Figure.WAIT_DEVIATION, Figure.WAIT_P99, Figure.PASSED);

    private final Comparison comparison;
    private final Setting greedy;

    private BatchReport(Comparison comparison) {
        this.comparison = comparison;
        this.greedy = comparison.settings().get(0);
    }

    /** The first setting is the one that the others are compared with. */
    static Report of(Comparison comparison, String scenario, long seed, int replications) {
        return new BatchReport(comparison).report(scenario, seed, replications);
    }

    private Report report(String scenario, long seed, int replications) {
        return new Report(
                "Batches against one after the other: " + scenario,
                "What does it bring to match conversations and agents in batches, who pays for it, and how much longer do"
                        + " customers wait?",
                answers(),
                List.of(
                        "The real router decides in virtual time, " + replications
                                + " runs of each setting with the same"
                                + " customers (seed " + seed
                                + "), 95 % intervals from the runs' differences. Nothing here was"
                                + " timed.",
                        "A conversation's cost counts " + PairBook.SECOND_COST + " for a second of waiting and 1 for a"
                                + " thousandth by which the agent's skill is below 100, as a share of what lies above the level"
                                + " asked for: the usual weights. It is computed from who got whom, in the same way for all"
                                + " settings.",
                        "Passed over is who goes on waiting while a later one gets an agent who suits both, whatever the"
                                + " setting says of it; the setting's own count (maxPassed) looks at the conversations of a"
                                + " batch only.",
                        "How well an agent's skills fit does not change how long a conversation takes here. If experts are"
                                + " faster, batches bring more than this."),
                List.of(figures(), differences()),
                charts(),
                List.of());
    }

    private List<String> answers() {
        List<String> answers = new ArrayList<>();
        for (Setting setting : comparison.settings()) {
            if (setting != greedy) {
                Estimate cost = comparison.difference(setting, greedy, Figure.COST);
                double before = comparison.of(greedy, Figure.COST).mean();
                answers.add(String.format(
                        Locale.ROOT,
                        "%s: a conversation costs %+.1f %% (%+.1f to %+.1f) against %s; skill gap %+.0f ‰, mean wait %+.2f s, %.1f"
                                + " %% passed over.",
                        setting.name(),
                        100 * cost.mean() / before,
                        100 * cost.low() / before,
                        100 * cost.high() / before,
                        greedy.name(),
                        comparison.difference(setting, greedy, Figure.SKILL_GAP).mean(),
                        comparison.difference(setting, greedy, Figure.WAIT).mean(),
                        comparison.of(setting, Figure.PASSED).mean()));
            }
        }
        return answers;
    }

    private Table figures() {
        List<Column> columns = new ArrayList<>(List.of(new Column("setting", "setting", "")));
        for (Figure figure : Figure.values()) {
            columns.add(new Column(figure.key, figure.label, figure.unit));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Setting setting : comparison.settings()) {
            List<Object> row = new ArrayList<>(List.of(setting.name()));
            for (Figure figure : Figure.values()) {
                row.add(number(comparison.of(setting, figure).mean()));
            }
            rows.add(row);
        }
        return new Table("settings", "Means over the runs", columns, rows);
    }

    private Table differences() {
        List<List<Object>> rows = new ArrayList<>();
        for (Setting setting : comparison.settings()) {
            for (Figure figure : COMPARED) {
                if (setting != greedy) {
                    Estimate difference = comparison.difference(setting, greedy, figure);
                    rows.add(List.of(
                            setting.name(),
                            figure.label + (figure.unit.isEmpty() ? "" : ", " + figure.unit),
                            number(difference.mean()),
                            number(difference.low()),
                            number(difference.high())));
                }
            }
        }
        return new Table(
                "differences",
                "How much more than " + greedy.name() + ", with 95 % intervals",
                List.of(
                        new Column("setting", "setting", ""),
                        new Column("figure", "figure", ""),
                        new Column("difference", "difference", ""),
                        new Column("low", "from", ""),
                        new Column("high", "to", "")),
                rows);
    }

    private List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        for (Figure figure : List.of(Figure.COST, Figure.SKILL_GAP, Figure.WAIT, Figure.PASSED)) {
            List<Chart.Bar> bars = new ArrayList<>();
            for (Setting setting : comparison.settings()) {
                Estimate estimate = comparison.of(setting, figure);
                bars.add(new Chart.Bar("", setting.name(), estimate.mean(), estimate.low(), estimate.high()));
            }
            charts.add(new Chart.Bars(figure.label, figure.unit, bars));
        }
        return charts;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value);
    }
}
