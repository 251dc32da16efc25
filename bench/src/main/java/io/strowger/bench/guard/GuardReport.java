package io.strowger.bench.guard;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The guard's findings as a report. */
final class GuardReport {
    private static final List<Table.Column> STAGES = List.of(
            new Table.Column("stage", "stage", ""),
            new Table.Column("cpuNanos", "CPU", "ns/message"),
            new Table.Column("noisePercent", "noise", "%"),
            new Table.Column("factor", "times the baseline", ""),
            new Table.Column("limit", "limit", ""),
            new Table.Column("bytesPerMessage", "allocated", "B/message"));
    private static final List<Table.Column> YARDSTICKS = List.of(
            new Table.Column("stage", "stage", ""),
            new Table.Column("yardstick", "yardstick", ""),
            new Table.Column("multiple", "measured", "units"),
            new Table.Column("baseline", "baseline", "units"),
            new Table.Column("factor", "times the baseline", ""));
    private static final List<String> CAVEATS = List.of(
            "A message's time includes the offers, answers and completions that follow from it; a commit is written and "
                    + "not forced.",
            "A stage is judged by the yardstick that is kindest to it: its work is a mixture of theirs, so on a machine "
                    + "that is slower at one kind of work only, it is slower by less than that.",
            "Measured: CPU time a message by that of a yardstick's unit beside it, the lowest tenth of the samples; noise: "
                    + "how far the middle four fifths of the CPU times lie apart.");
    private static final double PERCENT = 100;

    private GuardReport() {}

    static Report of(List<Judgement> judgements) {
        List<List<Object>> stages = judgements.stream().map(GuardReport::stage).toList();
        List<List<Object>> yardsticks = guarded(judgements)
                .flatMap(judgement -> Yardstick.measuring(judgement.cost().step()).stream()
                        .map(yardstick -> yardstick(judgement, yardstick)))
                .toList();
        return new Report(
                "Guard: CPU time and allocation of each stage, JDK "
                        + judgements.get(0).baseline().major(),
                "Does analyzing, deciding or committing a message cost more than when the baseline was taken?",
                answers(judgements),
                CAVEATS,
                List.of(
                        new Table("guard", "Stages, one by one on one thread", STAGES, stages),
                        new Table("yardsticks", "CPU time in units of each yardstick", YARDSTICKS, yardsticks)),
                List.of(new Chart.Bars("CPU time against the baseline", "times", bars(judgements))),
                List.of());
    }

    /** Everything that is wrong, in the order of the steps. */
    static List<String> objections(List<Judgement> judgements) {
        return judgements.stream()
                .flatMap(judgement -> judgement.objections().stream())
                .toList();
    }

    private static Stream<Judgement> guarded(List<Judgement> judgements) {
        return judgements.stream().filter(judgement -> judgement.cost().step().isGuarded());
    }

    private static List<Object> stage(Judgement judgement) {
        StepCost cost = judgement.cost();
        return List.of(
                cost.step().label(),
                cost.cpuNanos(),
                cost.noise() * PERCENT,
                judgement.factor(),
                cost.step().isGuarded() ? Judgement.LIMIT : Double.NaN,
                cost.bytesPerMessage());
    }

    private static List<Object> yardstick(Judgement judgement, Yardstick yardstick) {
        return List.of(
                judgement.cost().step().label(),
                yardstick.label(),
                judgement.cost().multiple(yardstick),
                judgement.baseline().multiple(judgement.cost().step(), yardstick),
                judgement.factor(yardstick));
    }

    private static List<String> answers(List<Judgement> judgements) {
        List<String> objections = objections(judgements);
        if (!objections.isEmpty()) {
            return objections;
        }
        List<String> factors = guarded(judgements)
                .map(judgement -> String.format(
                        Locale.ROOT, "%s %.2f", judgement.cost().step().label(), judgement.factor()))
                .toList();
        return List.of("Green: nothing is allocated, and against the baseline the times are "
                + String.join(", ", factors) + ".");
    }

    private static List<Chart.Bar> bars(List<Judgement> judgements) {
        return guarded(judgements)
                .flatMap(judgement -> Yardstick.measuring(judgement.cost().step()).stream()
                        .map(yardstick -> bar(judgement, yardstick)))
                .toList();
    }

    private static Chart.Bar bar(Judgement judgement, Yardstick yardstick) {
        double factor = judgement.factor(yardstick);
        return new Chart.Bar(judgement.cost().step().label(), yardstick.label(), factor, factor, factor);
    }
}
