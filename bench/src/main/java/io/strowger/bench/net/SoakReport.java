package io.strowger.bench.net;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.Percentiles;
import io.strowger.bench.report.RecordedHistogram;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.Table;
import io.strowger.bench.report.Table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** Puts a soak into a report. */
final class SoakReport {
    private static final double BYTES_A_MEBIBYTE = 1 << 20;
    private static final double SECONDS_A_MINUTE = 60;

    private final MeasuredRun run;
    private final List<Vitals> vitals;
    private final long ringSize;
    private final long completed;

    private SoakReport(MeasuredRun run, List<Vitals> vitals, long ringSize, long completed) {
        this.run = run;
        this.vitals = vitals;
        this.ringSize = ringSize;
        this.completed = completed;
    }

    /**
     * Makes the report.
     *
     * @param vitals at least one
     * @param ringSize how many commands the ring holds
     * @param completed conversations that agents have completed
     * @param load in words
     */
    static Report of(MeasuredRun run, List<Vitals> vitals, long ringSize, long completed, String load) {
        SoakReport report = new SoakReport(run, vitals, ringSize, completed);
        return new Report(
                "A server under load for long",
                "Does what the server holds stay within bounds at " + load + "?",
                report.answers(),
                List.of(
                        "Server, generator, PostgreSQL and Redis shared this machine; journal and projections ran.",
                        "Each sample has the server's whole heap collected, which stops it: the worst answer times are"
                                + " those stops.",
                        "What finds remembered ids, 11 to 21 bytes each, counts with the rest of the heap.",
                        "The demo organization: its agents take every offer and complete it two seconds later; the next"
                                + " message brings the conversation back."),
                List.of(report.samples(), report.load()),
                report.charts(),
                List.of(new RecordedHistogram("answer", run.load().answerTime())));
    }

    private List<String> answers() {
        LoadResult load = run.load();
        Histogram times = load.answerTime();
        List<String> answers = new ArrayList<>();
        answers.add(String.format(
                Locale.ROOT,
                "%,d messages were answered as they should be, none was lost and %,d were refused; agents completed %,d"
                        + " conversations. Answers took p50 %,.0f µs, p99 %,.0f µs, p99.9 %,.0f µs, worst %,.0f µs.",
                load.good(),
                load.refused(),
                completed,
                Percentiles.micros(times, 50),
                Percentiles.micros(times, 99),
                Percentiles.micros(times, 99.9),
                Percentiles.micros(times, 100)));
        answers.add("From the first third of the samples to the last, medians: "
                + change("the heap, besides remembered message ids,", "MiB", v -> mebibytes(v.heapBesidesBytes()))
                + "; " + change("remembered message ids", "MiB", v -> mebibytes(v.rememberedBytes()))
                + "; " + change("direct memory", "MiB", v -> mebibytes(v.directBytes()))
                + "; " + change("resident memory", "MiB", v -> mebibytes(v.residentBytes()))
                + "; " + change("open files", "", Vitals::files)
                + "; " + change("threads", "", Vitals::threads) + ".");
        answers.add(String.format(
                Locale.ROOT,
                "The ring held %,d of its %,d commands at most, and the slower projection was %,d records behind at most.",
                most(Vitals::ringMost),
                ringSize,
                most(Vitals::lagMost)));
        return answers;
    }

    private String change(String what, String unit, ToDoubleFunction<Vitals> value) {
        double[] all = vitals.stream().mapToDouble(value).toArray();
        int third = Math.max(1, all.length / 3);
        double first = median(Arrays.copyOf(all, third));
        double last = median(Arrays.copyOfRange(all, all.length - third, all.length));
        String percent = first == 0 ? "" : String.format(Locale.ROOT, " (%+.1f %%)", 100 * (last - first) / first);
        String form = unit.isEmpty() ? "%s from %,.0f to %,.0f" : "%s from %,.1f to %,.1f " + unit;
        return String.format(Locale.ROOT, form, what, first, last) + percent;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private long most(ToDoubleFunction<Vitals> value) {
        return (long) vitals.stream().mapToDouble(value).max().orElse(0);
    }

    private Table samples() {
        List<Column> columns = List.of(
                new Column("seconds", "time", "s"),
                new Column("heapMebibytes", "heap", "MiB"),
                new Column("rememberedMebibytes", "of it ids", "MiB"),
                new Column("directMebibytes", "direct", "MiB"),
                new Column("residentMebibytes", "resident", "MiB"),
                new Column("files", "files", ""),
                new Column("threads", "threads", ""),
                new Column("waiting", "waiting", ""),
                new Column("ringMost", "ring most", ""),
                new Column("lagMost", "lag most", "records"),
                new Column("journalMebibytes", "journal", "MiB"),
                new Column("storesMebibytes", "stores", "MiB"));
        List<List<Object>> rows = new ArrayList<>();
        for (Vitals each : vitals) {
            rows.add(List.of(
                    Math.round(each.seconds()),
                    tenths(mebibytes(each.heapBytes())),
                    tenths(mebibytes(each.rememberedBytes())),
                    tenths(mebibytes(each.directBytes())),
                    tenths(mebibytes(each.residentBytes())),
                    each.files(),
                    each.threads(),
                    each.waiting(),
                    each.ringMost(),
                    each.lagMost(),
                    Math.round(mebibytes(each.journalBytes())),
                    Math.round(mebibytes(each.storesBytes()))));
        }
        return new Table(
                "soak",
                "What the server held; the heap after a full collection, most: since the row above",
                columns,
                rows);
    }

    private Table load() {
        LoadResult load = run.load();
        List<Column> columns = List.of(
                new Column("answersPerSecond", "answers", "/s"),
                new Column("good", "good", ""),
                new Column("refused", "refused", ""),
                new Column("p50Micros", "p50", "µs"),
                new Column("p99Micros", "p99", "µs"),
                new Column("p999Micros", "p99.9", "µs"),
                new Column("worstMicros", "worst", "µs"),
                new Column("hiccupP999Micros", "machine p99.9", "µs"),
                new Column("serverCpuPercent", "server CPU", "%"));
        List<Object> row = List.of(
                Math.round(load.answersPerSecond()),
                load.good(),
                load.refused(),
                Percentiles.micros(load.answerTime(), 50),
                Percentiles.micros(load.answerTime(), 99),
                Percentiles.micros(load.answerTime(), 99.9),
                Percentiles.micros(load.answerTime(), 100),
                Percentiles.micros(run.hiccups(), 99.9),
                tenths(100 * run.serverCores()));
        return new Table("load", "What clients saw", columns, List.of(row));
    }

    private List<Chart> charts() {
        List<Chart.Point> answers = new ArrayList<>();
        long[] seconds = run.load().answersBySecond();
        for (int second = 0; second < seconds.length; second++) {
            answers.add(new Chart.Point(second / SECONDS_A_MINUTE, seconds[second]));
        }
        return List.of(
                chart(
                        "Memory over time",
                        "MiB",
                        line("heap", v -> mebibytes(v.heapBytes())),
                        line("heap besides remembered ids", v -> mebibytes(v.heapBesidesBytes())),
                        line("direct", v -> mebibytes(v.directBytes())),
                        line("resident", v -> mebibytes(v.residentBytes()))),
                chart(
                        "Open files and threads over time",
                        "",
                        line("files", Vitals::files),
                        line("threads", Vitals::threads)),
                chart(
                        "Commands in the ring over time, the most of each interval",
                        "commands",
                        line("ring", Vitals::ringMost)),
                chart(
                        "How far the slower projection is behind, the most of each interval",
                        "records",
                        line("lag", Vitals::lagMost)),
                chart("Answers over time", "answers a second", new Chart.Line("answers", answers)),
                new Chart.Percentiles(
                        "Answer time by percentile",
                        List.of(new RecordedHistogram("answer", run.load().answerTime()))));
    }

    private static Chart chart(String title, String unit, Chart.Line... lines) {
        return new Chart.Lines(title, "minute", unit, false, false, List.of(lines));
    }

    private Chart.Line line(String name, ToDoubleFunction<Vitals> value) {
        return new Chart.Line(
                name,
                vitals.stream()
                        .map(each -> new Chart.Point(each.seconds() / SECONDS_A_MINUTE, value.applyAsDouble(each)))
                        .toList());
    }

    private static double mebibytes(long bytes) {
        return bytes / BYTES_A_MEBIBYTE;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
