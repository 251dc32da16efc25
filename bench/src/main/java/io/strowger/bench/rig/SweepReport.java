package io.strowger.bench.rig;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.RecordedHistogram;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.Table;
import io.strowger.bench.report.Table.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code bench sweep} found: one table, one curve. */
final class SweepReport {
    private final RunPlan plan;
    private final Collector collector;
    private final Map<Double, RunResult> results;
    private final double knee;
    private final RunResult capacity;
    private final Duration bound;

    /**
     * @param results by rate, rising
     * @param knee the highest rate that was reached, 0 for none
     */
    SweepReport(
            RunPlan plan,
            Collector collector,
            Map<Double, RunResult> results,
            double knee,
            RunResult capacity,
            Duration bound) {
        this.plan = plan;
        this.collector = collector;
        this.results = results;
        this.knee = knee;
        this.capacity = capacity;
        this.bound = bound;
    }

    Report report() {
        return new Report(
                "Latency from " + Loads.rate(plan.perSecond()) + " to the knee",
                "Up to which rate are 99 % of the messages decided within " + bound.toMillis() + " ms, with "
                        + Loads.described(plan) + "?",
                answers(),
                caveats(),
                List.of(table()),
                List.of(curve()),
                histograms());
    }

    private List<String> answers() {
        List<String> answers = new ArrayList<>();
        RunResult atKnee = results.get(knee);
        answers.add(
                atKnee == null
                        ? "Not even the lowest rate was reached within the bound."
                        : "The knee is at " + Loads.rate(knee) + ": decided p50 " + decided(atKnee, 50) + ", p99 "
                                + decided(atKnee, 99) + ", p99.9 " + decided(atKnee, 99.9) + ".");
        answers.add("The capacity is " + Loads.rate(capacity.achievedPerSecond()) + " and "
                + Loads.count(Math.round(LatencyTables.agentCommandsPerSecond(capacity)))
                + " agents' commands/s, with the ring as full as it may be.");
        List<RunResult> verified = new ArrayList<>(results.values().stream()
                .filter(run -> run.problems().isEmpty())
                .toList());
        verified.add(capacity);
        answers.add("Nothing was lost: " + Loads.verified(plan, verified) + ".");
        return answers;
    }

    private static String decided(RunResult run, double percentile) {
        return Loads.micros(LatencyTables.micros(run, Recording.DECIDED, percentile));
    }

    private List<String> caveats() {
        List<String> caveats = new ArrayList<>(Loads.caveats(plan, collector));
        caveats.add("One run a rate, " + plan.measured().toSeconds() + " s after a warm-up of "
                + plan.warmUp().toSeconds()
                + " s; neighbouring rates show the spread. A row that is labelled missed did not"
                + " reach 99.5 % of its rate, and its times are those of a growing backlog.");
        caveats.add(
                "The capacity comes from a closed loop: its sender waits for room, so it says nothing about latency.");
        return caveats;
    }

    private Table table() {
        List<Column> columns = List.of(
                new Column("ratePerSecond", "rate", "messages/s"),
                new Column("achievedPerSecond", "achieved", "messages/s"),
                new Column("agentCommandsPerSecond", "agents' commands", "commands/s"),
                new Column("decisionP50Micros", "decision p50", "µs"),
                new Column("decisionP99Micros", "decision p99", "µs"),
                new Column("decisionP999Micros", "decision p99.9", "µs"),
                new Column("decisionWorstMicros", "decision worst", "µs"),
                new Column("answerP50Micros", "answer p50", "µs"),
                new Column("answerP99Micros", "answer p99", "µs"),
                new Column("servedP50Micros", "service p50", "µs"),
                new Column("hiccupP999Micros", "hiccup p99.9", "µs"),
                new Column("stageBytesPerMessage", "stages allocate", "B/message"),
                new Column("label", "label", ""));
        List<List<Object>> rows = new ArrayList<>();
        results.forEach((rate, run) -> rows.add(row(Long.toString(Math.round(rate)), run, rateLabel(rate, run))));
        rows.add(row("closed", capacity, "capacity"));
        return new Table("sweep", "Latency by rate", columns, rows);
    }

    private String rateLabel(double rate, RunResult run) {
        if (!run.isRateReached() || !run.problems().isEmpty()) {
            return "missed";
        }
        return rate == knee ? "knee" : "";
    }

    private static List<Object> row(String rate, RunResult run, String label) {
        String trust = LatencyTables.label(run, Recording.DECIDED);
        return List.of(
                rate,
                LatencyTables.rounded(run.achievedPerSecond(), 1),
                LatencyTables.rounded(LatencyTables.agentCommandsPerSecond(run), 1),
                LatencyTables.micros(run, Recording.DECIDED, 50),
                LatencyTables.micros(run, Recording.DECIDED, 99),
                LatencyTables.micros(run, Recording.DECIDED, 99.9),
                LatencyTables.micros(run, Recording.DECIDED, 100),
                LatencyTables.micros(run, Recording.ANSWERED, 50),
                LatencyTables.micros(run, Recording.ANSWERED, 99),
                LatencyTables.micros(run, Recording.SERVED, 50),
                LatencyTables.micros(run, Recording.HICCUPS, 99.9),
                LatencyTables.rounded((double) run.count(Count.STAGE_BYTES) / Math.max(1, run.count(Count.SENT)), 100),
                label.isEmpty() || trust.isEmpty() ? label + trust : label + ", " + trust);
    }

    private Chart curve() {
        return new Chart.Lines(
                "Decision time by rate",
                "rate (messages/s)",
                "decision (µs)",
                true,
                true,
                List.of(line("p50", 50), line("p99", 99), line("p99.9", 99.9)));
    }

    private Chart.Line line(String name, double percentile) {
        List<Chart.Point> points = new ArrayList<>();
        results.forEach((rate, run) -> {
            if (run.isRateReached()) {
                points.add(new Chart.Point(
                        rate, Math.max(0.01, LatencyTables.micros(run, Recording.DECIDED, percentile))));
            }
        });
        return new Chart.Line(name, points);
    }

    private List<RecordedHistogram> histograms() {
        List<RecordedHistogram> histograms = new ArrayList<>();
        results.forEach((rate, run) -> histograms.add(
                new RecordedHistogram("decision-" + Math.round(rate), run.recording(Recording.DECIDED))));
        return histograms;
    }
}
