package io.strowger.bench.peers;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.RecordedHistogram;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.Spread;
import io.strowger.bench.report.Table;
import io.strowger.bench.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Puts what comparisons found into tables, charts and sentences. */
final class PeersReport {
    private static final String QUESTION =
            "How does Strowger compare with what else one could use, measured in turns in the same run?";

    private final List<ComparisonResult> results;
    private final List<String> answers = new ArrayList<>();
    private final List<List<Object>> ratios = new ArrayList<>();
    private final List<List<Object>> figures = new ArrayList<>();
    private final List<Chart> charts = new ArrayList<>();
    private final List<RecordedHistogram> histograms = new ArrayList<>();

    private PeersReport(List<ComparisonResult> results) {
        this.results = results;
    }

    /**
     * Makes the report.
     *
     * @param caveats what holds for all comparisons, a sentence each
     */
    static Report of(List<ComparisonResult> results, List<String> caveats) {
        return new PeersReport(results).report(caveats);
    }

    private Report report(List<String> caveats) {
        List<String> allCaveats = new ArrayList<>(caveats);
        for (ComparisonResult result : results) {
            List<Chart.Bar> bars = new ArrayList<>();
            for (BoutResult bout : result.bouts()) {
                if (bout.hasRounds()) {
                    addRatios(result, bout, bars);
                    addFigures(result, bout);
                    addHistograms(result, bout);
                }
            }
            charts.add(new Chart.Bars(
                    result.peer().name() + ": how many times as good Strowger is as "
                            + result.peer().title(),
                    "×",
                    bars));
            addFigureBars(result);
            allCaveats.addAll(result.comparison().notes());
            result.failures().forEach(failure -> allCaveats.add("Left out: " + failure + "."));
        }
        return new Report(
                "Strowger and its peers",
                QUESTION,
                answers,
                allCaveats,
                List.of(
                        new Table(
                                "ratios",
                                "How many times as good: above 1, Strowger is better",
                                ratioColumns(),
                                ratios),
                        new Table("figures", "What was measured", figureColumns(), figures)),
                charts,
                histograms);
    }

    private void addRatios(ComparisonResult result, BoutResult bout, List<Chart.Bar> bars) {
        Contender ours = result.comparison().ours();
        for (Contender theirs : result.comparison().others()) {
            for (Yardstick yardstick : bout.bout().yardsticks()) {
                if (!yardstick.isFor(theirs)) {
                    continue;
                }
                Spread ratio = bout.ratio(ours, theirs, yardstick.metric());
                String verdict = yardstick.verdict(ratio.median());
                String load = bout.bout().load().name();
                ratios.add(List.of(
                        result.peer().name(),
                        theirs.name(),
                        load,
                        yardstick.metric().label(),
                        ratio,
                        wanted(yardstick.must()),
                        wanted(yardstick.goal()),
                        verdict,
                        ours.conditions().journal(),
                        theirs.conditions().journal(),
                        ours.conditions().projections()));
                bars.add(new Chart.Bar(
                        load + ", " + yardstick.metric().label(),
                        theirs.name(),
                        ratio.median(),
                        ratio.low(),
                        ratio.high()));
                if (yardstick.must() != null) {
                    answers.add(sentence(theirs, load, yardstick, ratio, verdict));
                }
            }
        }
    }

    private static String sentence(Contender theirs, String load, Yardstick yardstick, Spread ratio, String verdict) {
        String reached = switch (verdict) {
            case "goal" -> "reaches the goal of " + wanted(yardstick.goal());
            case "yes" -> "holds (must be at least " + wanted(yardstick.must()) + ")";
            default -> "does not hold (must be at least " + wanted(yardstick.must()) + ")";
        };
        return String.format(
                Locale.ROOT,
                "Against %s, %s, %s: %.2f × (%.2f to %.2f), %s.",
                theirs.name(),
                load,
                yardstick.metric().label(),
                ratio.median(),
                ratio.low(),
                ratio.high(),
                reached);
    }

    private void addFigures(ComparisonResult result, BoutResult bout) {
        for (Contender contender : result.comparison().contenders()) {
            for (Metric metric : metrics(bout)) {
                Spread spread = bout.spread(contender, metric);
                figures.add(List.of(
                        result.peer().name(),
                        contender.name(),
                        bout.bout().load().name(),
                        metric.label(),
                        spread,
                        metric.unit(),
                        bout.rounds().size(),
                        contender.conditions().journal(),
                        contender.conditions().projections()));
            }
        }
    }

    /** What the contenders measured, those of the same unit in one chart. */
    private void addFigureBars(ComparisonResult result) {
        for (String unit : List.of(Metric.THROUGHPUT.unit(), Metric.DECISION_P99.unit())) {
            List<Chart.Bar> bars = new ArrayList<>();
            for (BoutResult bout : result.bouts()) {
                for (Metric metric : bout.hasRounds() ? metrics(bout) : List.<Metric>of()) {
                    if (metric.unit().equals(unit)) {
                        String group = bout.bout().load().name() + ", " + metric.label();
                        for (Contender contender : result.comparison().contenders()) {
                            Spread spread = bout.spread(contender, metric);
                            bars.add(new Chart.Bar(
                                    group, contender.name(), spread.median(), spread.low(), spread.high()));
                        }
                    }
                }
            }
            if (!bars.isEmpty()) {
                charts.add(new Chart.Bars(result.peer().name() + ": what was measured (indicative)", unit, bars));
            }
        }
    }

    /** All rounds of a contender together. */
    private void addHistograms(ComparisonResult result, BoutResult bout) {
        for (Contender contender : result.comparison().contenders()) {
            Histogram all = null;
            for (Map<String, Figures> round : bout.rounds()) {
                Histogram nanos = BoutResult.figures(round, contender).nanos();
                if (nanos != null && all == null) {
                    all = nanos.copy();
                } else if (nanos != null && all != null) {
                    all.add(nanos);
                }
            }
            if (all != null) {
                String name = result.peer().name() + "-" + contender.name() + "-"
                        + bout.bout().load().name();
                histograms.add(new RecordedHistogram(fileName(name), all));
            }
        }
    }

    private static List<Metric> metrics(BoutResult bout) {
        return bout.rounds().get(0).values().iterator().next().values().keySet().stream()
                .sorted()
                .toList();
    }

    /** Lower-case words joined by hyphens. */
    private static String fileName(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("/s", "-per-second")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static String wanted(@Nullable Double ratio) {
        return ratio == null ? "-" : String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static List<Column> ratioColumns() {
        return List.of(
                new Column("peer", "peer", ""),
                new Column("against", "against", ""),
                new Column("load", "load", ""),
                new Column("metric", "metric", ""),
                new Column("ratio", "ratio", "×"),
                new Column("must", "must", "×"),
                new Column("goal", "goal", "×"),
                new Column("holds", "holds", ""),
                new Column("ourJournal", "our journal", ""),
                new Column("theirJournal", "their journal", ""),
                new Column("ourProjections", "our projections", ""));
    }

    private static List<Column> figureColumns() {
        return List.of(
                new Column("peer", "peer", ""),
                new Column("contender", "contender", ""),
                new Column("load", "load", ""),
                new Column("metric", "metric", ""),
                new Column("value", "measured", ""),
                new Column("unit", "unit", ""),
                new Column("rounds", "rounds", ""),
                new Column("journal", "journal", ""),
                new Column("projections", "projections", ""));
    }
}
