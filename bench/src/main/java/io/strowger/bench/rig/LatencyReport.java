package io.strowger.bench.rig;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.RecordedHistogram;
import io.strowger.bench.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code bench latency} found, in words, tables and drawings. */
final class LatencyReport {
    private static final double TAIL = 99.9;

    private final RunPlan plan;
    private final Collector collector;
    private final Runs runs;

    LatencyReport(RunPlan plan, Collector collector, Runs runs) {
        this.plan = plan;
        this.collector = collector;
        this.runs = runs;
    }

    Report report() {
        return new Report(
                "Latency at " + Loads.rate(plan.perSecond()),
                "How long does a message take from the moment it was meant to arrive, at "
                        + Loads.rate(plan.perSecond()) + " with " + Loads.described(plan) + "?",
                answers(),
                caveats(),
                List.of(LatencyTables.latency(runs, recordings()), LatencyTables.runs(runs)),
                charts(),
                histograms());
    }

    private List<Recording> recordings() {
        List<Recording> recordings =
                new ArrayList<>(List.of(Recording.DECIDED, Recording.ANSWERED, Recording.SERVED, Recording.HICCUPS));
        if (plan.bareRing()) {
            recordings.add(Recording.BARE_RING);
        }
        return recordings;
    }

    private List<String> answers() {
        RunResult median = runs.median();
        List<String> answers = new ArrayList<>();
        answers.add("Decided: " + spread(Recording.DECIDED) + ".");
        answers.add("Answered, " + (plan.durable() ? "when durable" : "when decided") + ": "
                + spread(Recording.ANSWERED) + ".");
        answers.add("Beside " + Loads.rate(median.achievedPerSecond()) + ", the agents sent "
                + Loads.count(Math.round(LatencyTables.agentCommandsPerSecond(median))) + " commands/s.");
        if (plan.bareRing()) {
            answers.add(String.format(
                    Locale.ROOT,
                    "The 99.9th percentile is %.2f × that of a bare ring with empty handlers (%.2f to %.2f over the runs).",
                    runs.middle(LatencyReport::ratio),
                    runs.lowest(LatencyReport::ratio),
                    runs.highest(LatencyReport::ratio)));
        }
        answers.add("Nothing was lost: " + Loads.verified(plan, runs.inOrder()) + ".");
        return answers;
    }

    private String spread(Recording recording) {
        return "p50 " + value(recording, 50) + ", p99 " + value(recording, 99) + ", p99.9 " + value(recording, TAIL)
                + ", worst " + value(recording, 100);
    }

    private String value(Recording recording, double percentile) {
        String median = Loads.micros(LatencyTables.micros(runs.median(), recording, percentile));
        return runs.inOrder().size() == 1
                ? median
                : median + " (" + Loads.micros(runs.lowest(run -> LatencyTables.micros(run, recording, percentile)))
                        + " to "
                        + Loads.micros(runs.highest(run -> LatencyTables.micros(run, recording, percentile))) + ")";
    }

    private static double ratio(RunResult run) {
        return (double) run.recording(Recording.DECIDED).getValueAtPercentile(TAIL)
                / Math.max(1, run.recording(Recording.BARE_RING).getValueAtPercentile(TAIL));
    }

    private List<String> caveats() {
        List<String> caveats = new ArrayList<>(Loads.caveats(plan, collector));
        caveats.add(
                "The median run is the one with the median p99 of decisions; in brackets the lowest and the highest of "
                        + runs.inOrder().size() + " runs, each in a fresh JVM.");
        return caveats;
    }

    private List<Chart> charts() {
        List<RecordedHistogram> curves = recordings().stream()
                .filter(recording -> recording != Recording.SERVED)
                .map(this::recorded)
                .toList();
        List<Chart> charts = new ArrayList<>();
        charts.add(new Chart.Percentiles("Latency by percentile, median run", curves));
        charts.add(new Chart.Lines(
                "Answers over time",
                "time (s)",
                "answers/s",
                false,
                false,
                List.of(new Chart.Line("answers", Loads.throughput(runs.median())))));
        return charts;
    }

    private List<RecordedHistogram> histograms() {
        return recordings().stream().map(this::recorded).toList();
    }

    private RecordedHistogram recorded(Recording recording) {
        return new RecordedHistogram(recording.tag(), runs.median().recording(recording));
    }
}
