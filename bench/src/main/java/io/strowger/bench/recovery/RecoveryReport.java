package io.strowger.bench.recovery;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.Table;
import io.strowger.bench.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found, as a report. */
final class RecoveryReport {
    private static final double TARGET = 500_000;
    private static final double GOAL = 1_000_000;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private static final List<Column> COLUMNS = List.of(
            new Column("records", "records", ""),
            new Column("megabytes", "journal", "MB"),
            new Column("recordsPerSecond", "read and applied", "records/s"),
            new Column("warmRecordsPerSecond", "once more, warm", "records/s"),
            new Column("startMillis", "open to gate open", "ms"),
            new Column("sameState", "state hash as before", ""));

    private RecoveryReport() {}

    /** @param all smallest journal first, with one run each at least */
    static Report of(List<RecoveryRuns> all, int runs) {
        List<List<Object>> rows = new ArrayList<>();
        List<Chart.Point> start = new ArrayList<>();
        List<Chart.Point> rate = new ArrayList<>();
        List<Chart.Point> warm = new ArrayList<>();
        for (RecoveryRuns each : all) {
            WrittenJournal journal = each.journal();
            double megabytes = journal.bytes() / BYTES_PER_MEGABYTE;
            rows.add(List.of(
                    journal.records(),
                    megabytes,
                    each.recordsPerSecond(),
                    each.warmRecordsPerSecond(),
                    each.startMillis(),
                    true));
            start.add(new Chart.Point(megabytes, each.startMillis().median()));
            rate.add(new Chart.Point(journal.records(), each.recordsPerSecond().median()));
            warm.add(new Chart.Point(
                    journal.records(), each.warmRecordsPerSecond().median()));
        }
        RecoveryRuns largest = all.get(all.size() - 1);
        return new Report(
                "Recovery",
                "How many records does a start apply a second, and how does the start grow with the journal?",
                List.of(answer(largest)),
                List.of(
                        "Each figure is the median of " + runs
                                + " processes, with the lowest and the highest. A new process interprets"
                                + " and compiles while it recovers; one that does it once more finds its code compiled,"
                                + " which is what the records themselves cost.",
                        "The journals are in the file system's cache: they were written just before.",
                        "Messages of about 100 bytes in seven languages to the demo organization, analyzed, routed,"
                                + " accepted and completed by the engine's own stages. There is no snapshot: all records"
                                + " are applied.",
                        "Every process found the state hash that was left before, or there would be no report."),
                List.of(new Table("recovery", "Recovery by size of the journal", COLUMNS, rows)),
                List.of(
                        new Chart.Lines(
                                "Start by size of the journal",
                                "journal in MB",
                                "open to gate open in ms",
                                false,
                                false,
                                List.of(new Chart.Line("start", start))),
                        new Chart.Lines(
                                "Records applied a second",
                                "records",
                                "records/s",
                                true,
                                false,
                                List.of(
                                        new Chart.Line("a new process", rate),
                                        new Chart.Line("once more, warm", warm)))),
                List.of());
    }

    private static String answer(RecoveryRuns largest) {
        double rate = largest.recordsPerSecond().median();
        String verdict = rate >= GOAL
                ? "the goal of 1,000,000 is reached"
                : rate >= TARGET
                        ? "the target of 500,000 is reached, the goal of 1,000,000 is not"
                        : "the target of 500,000 is missed";
        return String.format(
                Locale.ROOT,
                "%,d records are applied at %,.0f a second (%s), by a process that does it once more at %,.0f; the"
                        + " gate opens %,.1f s after the journal.",
                largest.journal().records(),
                rate,
                verdict,
                largest.warmRecordsPerSecond().median(),
                largest.startMillis().median() / 1e3);
    }
}
