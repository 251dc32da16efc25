package io.strowger.bench.theory;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.Table;
import io.strowger.bench.report.Table.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was compared, as a report. */
final class TheoryReport {
    private static final List<Column> COLUMNS = List.of(
            new Column("queue", "queue", ""),
            new Column("figure", "figure", ""),
            new Column("theory", "theory", ""),
            new Column("simulated", "simulated", ""),
            new Column("low", "from", ""),
            new Column("high", "to", ""),
            new Column("holds", "holds", ""));

    private static final Map<String, String> TITLES = titles();

    private TheoryReport() {}

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("5.1", "Erlang C: nobody leaves");
        titles.put("5.2", "Erlang A: exponential patience");
        titles.put("5.3", "Priorities, strict and with age");
        titles.put("5.4", "Skills: how many an agent needs");
        titles.put("5.5.1", "Which idle agent is chosen does not change the wait");
        titles.put("5.5.4", "Square-root staffing");
        titles.put("5.5.6", "Little's law, and what arriving customers see");
        return titles;
    }

    static Report of(List<Check> checks, long seed, long calls) {
        List<Table> tables = new ArrayList<>();
        TITLES.forEach((number, title) -> {
            List<List<Object>> rows = checks.stream()
                    .filter(check -> check.table().equals(number))
                    .map(TheoryReport::row)
                    .toList();
            if (!rows.isEmpty()) {
                tables.add(new Table("table-" + number, title, COLUMNS, rows));
            }
        });
        return new Report(
                "The router against queueing theory",
                "Do customers wait as long as theory says, when the real router decides?",
                answers(checks),
                List.of(
                        "The real router decides in virtual time, through the commands of a server; customers and agents are"
                                + " random numbers (seed " + seed + "). Nothing here was timed.",
                        String.format(
                                Locale.ROOT,
                                "About %,d calls a queue in one run, after a warm-up of 100 handling times; 99.9 %% intervals"
                                        + " from 32 batch means. So about one figure in a thousand is outside by chance.",
                                calls),
                        "Rows called 'reference run' compare with another simulation, not with a formula: they hold when both"
                                + " differ by at most three standard errors.",
                        "The 120 places of the skill table are a limit of the scenario (lines): a call that finds all taken is"
                                + " turned away before the router hears of it.",
                        "Rows without a theory value are properties or observations."),
                tables,
                charts(checks),
                List.of());
    }

    private static List<String> answers(List<Check> checks) {
        List<Check> failed = checks.stream().filter(check -> !check.holds()).toList();
        List<String> answers = new ArrayList<>();
        answers.add(String.format(
                Locale.ROOT,
                "%,d of %,d figures agree with theory%s.",
                checks.size() - failed.size(),
                checks.size(),
                failed.isEmpty() ? "; none is outside of its 99.9 % interval" : ""));
        failed.forEach(check -> answers.add("Outside: " + check.table() + ", " + check.row() + ", " + check.figure()));
        checks.stream()
                .filter(check -> check.figure().startsWith("wait over full pooling"))
                .forEach(check -> answers.add(String.format(
                        Locale.ROOT,
                        "%s: customers wait %.2f times as long as if everybody could do everything.",
                        check.row(),
                        check.found().mean())));
        return answers;
    }

    private static List<Object> row(Check check) {
        return List.of(
                check.row(),
                check.figure(),
                number(check.theory()),
                number(check.found().mean()),
                number(check.found().low()),
                number(check.found().high()),
                check.holds());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, Math.abs(value) >= 1_000 ? "%.1f" : "%.5g", value);
    }

    /** Simulated over computed, with intervals: everything should touch 1. */
    private static List<Chart> charts(List<Check> checks) {
        List<Chart> charts = new ArrayList<>();
        for (String table : List.of("5.1", "5.2", "5.3")) {
            List<Chart.Bar> bars = new ArrayList<>();
            for (Check check : checks) {
                boolean isWait = check.figure().startsWith("ASA")
                        || check.figure().startsWith("E[W]")
                        || check.figure().startsWith("W1")
                        || check.figure().startsWith("W2");
                if (check.table().equals(table) && isWait && check.theory() > 0) {
                    bars.add(new Chart.Bar(
                            check.row(),
                            check.figure(),
                            check.found().mean() / check.theory(),
                            check.found().low() / check.theory(),
                            check.found().high() / check.theory()));
                }
            }
            if (!bars.isEmpty()) {
                charts.add(new Chart.Bars(TITLES.get(table) + ": mean wait, simulated over computed", "", bars));
            }
        }
        return charts;
    }
}
