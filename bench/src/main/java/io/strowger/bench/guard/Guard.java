package io.strowger.bench.guard;

import io.strowger.engine.internal.Bytes;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures the steps, and again what looks suspicious. The caller's thread does all the work. */
final class Guard {
    private static final int ATTEMPTS = 3;

    private final Effort effort;
    private final Consumer<String> progress;

    /** @param progress is told what happens, in half sentences */
    Guard(Effort effort, Consumer<String> progress) {
        this.effort = effort;
        this.progress = progress;
    }

    /**
     * How long to measure.
     *
     * @param warmUpSamples to be forgotten
     * @param samples to be counted, of each attempt
     */
    record Effort(int warmUpSamples, int samples) {
        static final Effort USUAL = new Effort(60, 80);
    }

    /**
     * Measures all steps.
     *
     * @param directory empty, for a journal
     * @param decoration what to measure in place of the stages: the stages themselves, but for tests
     * @param isSuspicious whether a cost has to be confirmed: what three attempts say counts, each at its best
     */
    List<StepCost> measure(
            Path directory, UnaryOperator<Stages> decoration, List<Bytes> texts, Predicate<StepCost> isSuspicious) {
        try (GuardPipeline pipeline = new GuardPipeline(directory)) {
            Stages stages = decoration.apply(Stages.of(pipeline.stages()));
            Workload workload = new Workload(stages, pipeline.stages().directory(), texts);
            Measurement measurement = new Measurement(workload, ThreadMeter.ofJvm(), pipeline::forgetJournal);
            progress.accept("warming up");
            measurement.warmUp(effort.warmUpSamples());
            progress.accept("measuring");
            List<StepCost> costs = costs(measurement);
            for (int attempt = 2; attempt <= ATTEMPTS && costs.stream().anyMatch(isSuspicious); attempt++) {
                progress.accept(suspects(costs, isSuspicious) + " looks suspicious, measuring again (" + attempt
                        + " of " + ATTEMPTS + ")");
                costs = better(costs, costs(measurement));
            }
            return costs;
        }
    }

    private List<StepCost> costs(Measurement measurement) {
        List<Sample> samples = measurement.run(effort.samples());
        return Stream.of(Step.values()).map(step -> StepCost.of(step, samples)).toList();
    }

    private static List<StepCost> better(List<StepCost> before, List<StepCost> now) {
        return IntStream.range(0, before.size())
                .mapToObj(index -> before.get(index).orBetter(now.get(index)))
                .toList();
    }

    private static String suspects(List<StepCost> costs, Predicate<StepCost> isSuspicious) {
        return String.join(
                ", ",
                costs.stream()
                        .filter(isSuspicious)
                        .map(cost -> cost.step().label())
                        .toList());
    }
}
