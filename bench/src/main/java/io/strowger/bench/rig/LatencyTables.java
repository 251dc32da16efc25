package io.strowger.bench.rig;

import io.strowger.bench.report.Table;
import io.strowger.bench.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What runs found, in rows. */
final class LatencyTables {
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99, 100};
    private static final List<Column> MICROS = List.of(
            new Column("p50Micros", "p50", "µs"),
            new Column("p90Micros", "p90", "µs"),
            new Column("p99Micros", "p99", "µs"),
            new Column("p999Micros", "p99.9", "µs"),
            new Column("p9999Micros", "p99.99", "µs"),
            new Column("worstMicros", "worst", "µs"));
    private static final int FEW_PROCESSORS = 4;
    private static final double NANOS_PER_SECOND = 1e9;

    private LatencyTables() {}

    /** Three rows a recording: the median run's, and the lowest and highest of all runs in each percentile. */
    static Table latency(Runs runs, List<Recording> recordings) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("what", "what", ""));
        columns.add(new Column("of", "of", ""));
        columns.addAll(MICROS);
        columns.add(new Column("label", "label", ""));
        List<List<Object>> rows = new ArrayList<>();
        for (Recording recording : recordings) {
            String label = label(runs.median(), recording);
            rows.add(row(
                    recording.tag(), "median run", label, percentile -> micros(runs.median(), recording, percentile)));
            if (runs.inOrder().size() > 1) {
                rows.add(row(
                        recording.tag(),
                        "lowest",
                        label,
                        percentile -> runs.lowest(run -> micros(run, recording, percentile))));
                rows.add(row(
                        recording.tag(),
                        "highest",
                        label,
                        percentile -> runs.highest(run -> micros(run, recording, percentile))));
            }
        }
        return new Table("latency", "Latency, from the intended time unless it says service", columns, rows);
    }

    /** One row a run: what was sent, and what else happened. */
    static Table runs(Runs runs) {
        List<Column> columns = List.of(
                new Column("run", "run", ""),
                new Column("achievedPerSecond", "achieved", "messages/s"),
                new Column("keptPercent", "of the rate", "%"),
                new Column("messages", "messages", ""),
                new Column("agentCommands", "agents' commands", ""),
                new Column("refused", "refused attempts", ""),
                new Column("decisionP99Micros", "decision p99", "µs"),
                new Column("lateP99Micros", "generator late p99", "µs"),
                new Column("hiccupP999Micros", "hiccup p99.9", "µs"),
                new Column("hiccupWorstMicros", "hiccup worst", "µs"),
                new Column("stageBytesPerMessage", "stages allocate", "B/message"),
                new Column("collections", "collections", ""),
                new Column("collectionMillis", "in collections", "ms"),
                new Column("cpuPercent", "processor", "% of a core"),
                new Column("verifiedMessages", "compared with the reference", "messages"),
                new Column("verifiedOf", "of", "messages"),
                new Column("label", "label", ""));
        List<List<Object>> rows = new ArrayList<>();
        for (int index = 0; index < runs.inOrder().size(); index++) {
            rows.add(row(index + 1, runs.inOrder().get(index)));
        }
        return new Table("runs", "Runs, each in a process of its own", columns, rows);
    }

    /** How far a recording can be trusted: indicative on few processors, noisy when the machine stalled. */
    static String label(RunResult run, Recording recording) {
        List<String> labels = new ArrayList<>();
        if (Runtime.getRuntime().availableProcessors() <= FEW_PROCESSORS) {
            labels.add("indicative");
        }
        if (recording != Recording.HICCUPS
                && Hiccups.isNoisy(run.recording(Recording.HICCUPS), run.recording(recording))) {
            labels.add("noisy");
        }
        return String.join(", ", labels);
    }

    static double micros(RunResult run, Recording recording, double percentile) {
        return Runs.micros(run.recording(recording), percentile);
    }

    private static List<Object> row(String what, String of, String label, ToDoubleFunction<Double> figure) {
        List<Object> row = new ArrayList<>();
        row.add(what);
        row.add(of);
        for (double percentile : PERCENTILES) {
            row.add(figure.applyAsDouble(percentile));
        }
        row.add(label);
        return row;
    }

    private static List<Object> row(int number, RunResult run) {
        double processor = 100.0 * run.count(Count.CPU_NANOS) / Math.max(1, run.count(Count.WALL_NANOS));
        return List.of(
                number,
                rounded(run.achievedPerSecond(), 1),
                rounded(run.kept() * 100, 100),
                run.count(Count.SENT),
                run.count(Count.AGENT_COMMANDS),
                run.count(Count.REFUSED),
                micros(run, Recording.DECIDED, 99),
                micros(run, Recording.LATE, 99),
                micros(run, Recording.HICCUPS, 99.9),
                micros(run, Recording.HICCUPS, 100),
                rounded((double) run.count(Count.STAGE_BYTES) / Math.max(1, run.count(Count.SENT)), 100),
                run.count(Count.COLLECTIONS),
                run.count(Count.COLLECTION_MILLIS),
                rounded(processor, 1),
                run.count(Count.COMPARED_MESSAGES),
                run.count(Count.ALL_MESSAGES),
                label(run, Recording.DECIDED));
    }

    /** Commands a second that the engine decided beside messages. */
    static double agentCommandsPerSecond(RunResult run) {
        return run.count(Count.AGENT_COMMANDS) * NANOS_PER_SECOND / Math.max(1, run.count(Count.ELAPSED_NANOS));
    }

    static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
