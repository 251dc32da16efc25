package io.strowger.bench.net;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.Table;
import io.strowger.bench.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts the CPU times of an idle server into a report. */
final class IdleReport {
    /** The limit, in % of one core. */
    static final double MUST_PERCENT = 2;

    private static final int SHOWN_THREADS = 8;

    private IdleReport() {}

    /**
     * Makes the report.
     *
     * @param before when the measured time began
     * @param after when it ended
     * @param caveat how the server was prepared
     */
    static Report of(ProcessTimes before, ProcessTimes after, String caveat) {
        double server = after.serverCoresSince(before);
        List<List<Object>> processes = new ArrayList<>();
        List<Chart.Bar> bars = new ArrayList<>();
        add("server (JVM)", server, processes, bars);
        for (String store : ProcessTimes.STORES) {
            add(store, after.storeCoresSince(before, store), processes, bars);
        }
        List<List<Object>> rows = new ArrayList<>();
        List<Chart.Bar> busiest = new ArrayList<>();
        for (ThreadTimes.Use use : after.threadsSince(before)) {
            add(use.name(), use.cores(), rows, busiest);
        }
        return new Report(
                "An idle server",
                "What does a server cost that has nothing to do?",
                List.of(verdict(server)),
                List.of(caveat),
                List.of(
                        new Table("idle", "CPU time of the processes", columns("process"), processes),
                        new Table("threads", "The JVM's threads, those of one name together", columns("thread"), rows)),
                List.of(
                        new Chart.Bars("CPU of an idle server", "% of a core", bars),
                        new Chart.Bars(
                                "The JVM's busiest threads",
                                "% of a core",
                                busiest.subList(0, Math.min(SHOWN_THREADS, busiest.size())))),
                List.of());
    }

    private static String verdict(double cores) {
        return String.format(
                Locale.ROOT,
                "The server's JVM used %.2f %% of one core; the limit is %.0f %%.",
                100 * cores,
                MUST_PERCENT);
    }

    private static void add(String name, double cores, List<List<Object>> rows, List<Chart.Bar> bars) {
        double percent = Math.round(cores * 100_000) / 1_000.0;
        rows.add(List.of(name, percent));
        bars.add(new Chart.Bar("idle", name, percent, percent, percent));
    }

    private static List<Column> columns(String first) {
        return List.of(new Column(first, first, ""), new Column("cpuPercent", "CPU", "% of a core"));
    }
}
