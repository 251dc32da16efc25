package io.strowger.bench.guard;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The guard's findings as a report. */
final class GuardReport {
    private static final List<Table.Column> COLUMNS = List.of(
            new Table.Column("stage", "stage", ""),
            new Table.Column("cpuNanos", "CPU", "ns/message"),
            new Table.Column("calibrationNanos", "calibration", "ns/unit"),
            new Table.Column("multiple", "multiple", "units"),
            new Table.Column("baseline", "baseline", "units"),
            new Table.Column("factor", "factor", ""),
            new Table.Column("limit", "limit", ""),
            new Table.Column("noisePercent", "noise", "%"),
            new Table.Column("bytesPerMessage", "allocated", "B/message"));
    private static final double PERCENT = 100;

    private GuardReport() {}

    static Report of(List<Judgement> judgements, int major) {
        List<List<Object>> rows = judgements.stream().map(GuardReport::row).toList();
        return new Report(
                "Guard: CPU time and allocation of each stage, JDK " + major,
                "Does analyzing, deciding or committing a message cost more than when the baseline was taken?",
                answers(judgements),
                caveats(judgements, major),
                List.of(new Table("guard", "Stages, one by one on one thread", COLUMNS, rows)),
                List.of(new Chart.Bars("CPU time against the baseline", "times", bars(judgements))),
                List.of());
    }

    /** Everything that is wrong, in the order of the steps. */
    static List<String> objections(List<Judgement> judgements) {
        return judgements.stream()
                .flatMap(judgement -> judgement.objections().stream())
                .toList();
    }

    private static List<Object> row(Judgement judgement) {
        StepCost cost = judgement.cost();
        boolean isGuarded = cost.step().isGuarded();
        return List.of(
                cost.step().label(),
                cost.cpuNanos(),
                cost.calibrationNanos(),
                cost.multiple(),
                judgement.baseline().multiple(cost.step()),
                judgement.factor(),
                isGuarded ? Judgement.LIMIT : Double.NaN,
                cost.noise() * PERCENT,
                cost.bytesPerMessage());
    }

    private static List<String> answers(List<Judgement> judgements) {
        List<String> objections = objections(judgements);
        if (!objections.isEmpty()) {
            return objections;
        }
        List<String> factors = judgements.stream()
                .filter(judgement -> judgement.cost().step().isGuarded())
                .map(judgement -> String.format(
                        Locale.ROOT, "%s %.2f", judgement.cost().step().label(), judgement.factor()))
                .toList();
        return List.of("Green: nothing is allocated, and against the baseline the times are "
                + String.join(", ", factors) + ".");
    }

    private static List<String> caveats(List<Judgement> judgements, int major) {
        List<String> caveats = new ArrayList<>();
        int compared = judgements.get(0).baseline().major();
        if (compared != major) {
            caveats.add("There is no baseline for JDK " + major + ", so that of JDK " + compared + " counts.");
        }
        caveats.add("A message's time includes the offers, answers and completions that follow from it; a commit is "
                + "written and not forced.");
        caveats.add(
                "Multiple: CPU time a message by that of a calibration unit measured beside it, the lowest tenth of "
                        + "the samples; noise: how far the middle four fifths of them lie apart.");
        return caveats;
    }

    private static List<Chart.Bar> bars(List<Judgement> judgements) {
        return judgements.stream()
                .filter(judgement -> judgement.cost().step().isGuarded())
                .map(judgement -> new Chart.Bar(
                        "factor",
                        judgement.cost().step().label(),
                        judgement.factor(),
                        judgement.factor(),
                        judgement.factor()))
                .toList();
    }
}
