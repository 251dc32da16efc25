package io.strowger.bench.rig;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.RecordedHistogram;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.Table;
import io.strowger.bench.report.Table.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What {@code bench overload} found, and whether it is as it must be. */
final class OverloadReport {
    private static final Duration LONGEST_ACCEPTED = Duration.ofMillis(50);
    private static final Duration LONGEST_REFUSAL = Duration.ofMillis(1);
    private static final double ACCEPTED_TAIL = 99;
    private static final double REFUSAL_TAIL = 99.9;

    private final RunPlan plan;
    private final Collector collector;
    private final RunResult capacity;
    private final RunResult overload;

    OverloadReport(RunPlan plan, Collector collector, RunResult capacity, RunResult overload) {
        this.plan = plan;
        this.collector = collector;
        this.capacity = capacity;
        this.overload = overload;
    }

    /** Whether accepted messages and refusals were as quick as they must be. */
    boolean holds() {
        return acceptedInTime() && refusedInTime();
    }

    private boolean acceptedInTime() {
        return overload.recording(Recording.DECIDED).getValueAtPercentile(ACCEPTED_TAIL) <= LONGEST_ACCEPTED.toNanos();
    }

    private boolean refusedInTime() {
        return overload.recording(Recording.REFUSED).getValueAtPercentile(REFUSAL_TAIL) < LONGEST_REFUSAL.toNanos();
    }

    Report report() {
        return new Report(
                "Overload: " + Loads.rate(plan.perSecond()),
                "What becomes of messages when " + Loads.rate(plan.perSecond()) + " are offered and the capacity is "
                        + Loads.rate(capacity.achievedPerSecond()) + ", with " + Loads.described(plan) + "?",
                answers(),
                caveats(),
                List.of(table(), counts()),
                List.of(new Chart.Percentiles(
                        "Latency by percentile",
                        List.of(
                                recorded(Recording.DECIDED),
                                recorded(Recording.ANSWERED),
                                recorded(Recording.REFUSED)))),
                List.of(
                        recorded(Recording.DECIDED),
                        recorded(Recording.ANSWERED),
                        recorded(Recording.REFUSED),
                        recorded(Recording.HICCUPS)));
    }

    private List<String> answers() {
        long offered = overload.count(Count.OFFERED);
        long share = Math.round(100.0 * overload.count(Count.SENT) / Math.max(1, offered));
        return List.of(
                Loads.count(overload.count(Count.SENT)) + " of " + Loads.count(offered) + " messages (" + share
                        + " %) were accepted, " + Loads.rate(overload.achievedPerSecond()) + ".",
                "Accepted: decided p99 " + value(Recording.DECIDED, ACCEPTED_TAIL) + ", worst "
                        + value(Recording.DECIDED, 100) + "; at most " + LONGEST_ACCEPTED.toMillis() + " ms "
                        + (acceptedInTime() ? "holds" : "DOES NOT HOLD") + ".",
                "Refused: p99.9 " + value(Recording.REFUSED, REFUSAL_TAIL) + ", worst " + value(Recording.REFUSED, 100)
                        + "; below " + LONGEST_REFUSAL.toMillis() + " ms "
                        + (refusedInTime() ? "holds" : "DOES NOT HOLD")
                        + ".",
                "Nothing was lost: " + Loads.verified(plan, List.of(capacity, overload)) + ".");
    }

    private String value(Recording recording, double percentile) {
        return Loads.micros(LatencyTables.micros(overload, recording, percentile));
    }

    private List<String> caveats() {
        List<String> caveats = new ArrayList<>(Loads.caveats(plan, collector));
        caveats.add(
                "A refused message is given up, as a server does that says so to its client. The generator takes part of"
                        + " the processor to refuse, so that less than the capacity is accepted.");
        return caveats;
    }

    private Table table() {
        List<Column> columns = List.of(
                new Column("what", "what", ""),
                new Column("count", "count", ""),
                new Column("p50Micros", "p50", "µs"),
                new Column("p99Micros", "p99", "µs"),
                new Column("p999Micros", "p99.9", "µs"),
                new Column("worstMicros", "worst", "µs"),
                new Column("label", "label", ""));
        return new Table(
                "overload",
                "At the overload",
                columns,
                List.of(
                        row(Recording.DECIDED),
                        row(Recording.ANSWERED),
                        row(Recording.REFUSED),
                        row(Recording.HICCUPS)));
    }

    private List<Object> row(Recording recording) {
        return List.of(
                recording.tag(),
                overload.recording(recording).getTotalCount(),
                LatencyTables.micros(overload, recording, 50),
                LatencyTables.micros(overload, recording, 99),
                LatencyTables.micros(overload, recording, 99.9),
                LatencyTables.micros(overload, recording, 100),
                LatencyTables.label(overload, recording));
    }

    private Table counts() {
        List<Column> columns = List.of(
                new Column("run", "run", ""),
                new Column("offeredPerSecond", "offered", "messages/s"),
                new Column("acceptedPerSecond", "accepted", "messages/s"),
                new Column("agentCommandsPerSecond", "agents' commands", "commands/s"),
                new Column("refused", "refusals", ""),
                new Column("stageBytesPerMessage", "stages allocate", "B/message"));
        return new Table(
                "counts", "Counts", columns, List.of(counts("capacity", capacity), counts("overload", overload)));
    }

    private static List<Object> counts(String name, RunResult run) {
        double perSecond = 1e9 / Math.max(1, run.count(Count.ELAPSED_NANOS));
        return List.of(
                name,
                LatencyTables.rounded(run.count(Count.OFFERED) * perSecond, 1),
                LatencyTables.rounded(run.achievedPerSecond(), 1),
                LatencyTables.rounded(LatencyTables.agentCommandsPerSecond(run), 1),
                run.count(Count.REFUSED),
                LatencyTables.rounded((double) run.count(Count.STAGE_BYTES) / Math.max(1, run.count(Count.SENT)), 100));
    }

    private RecordedHistogram recorded(Recording recording) {
        return new RecordedHistogram(recording.tag(), overload.recording(recording));
    }
}
