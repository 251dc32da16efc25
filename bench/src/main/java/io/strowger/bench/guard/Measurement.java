package io.strowger.bench.guard;

import io.strowger.bench.rig.ThreadMeter;
import io.strowger.engine.internal.Bytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Measures all steps once, in this process: runs the workload beside the yardsticks, first until everything has its size and
 * is compiled, then in samples. One thread.
 */
final class Measurement {
    /** Rounds of a sample: enough for the counters' grain, few enough that other work on the machine misses some samples. */
    static final int ROUNDS = 16;

    private final Effort effort;
    private final ThreadMeter meter;
    private final UnaryOperator<Stages> decoration;

    /** @param decoration what to measure in place of the stages: the stages themselves, but for tests */
    Measurement(Effort effort, ThreadMeter meter, UnaryOperator<Stages> decoration) {
        this.effort = effort;
        this.meter = meter;
        this.decoration = decoration;
    }

    /**
     * How long to measure.
     *
     * @param warmUpSamples to be forgotten
     * @param samples to be counted
     */
    record Effort(int warmUpSamples, int samples) {
        static final Effort USUAL = new Effort(60, 80);
    }

    /**
     * What the steps cost, in their order.
     *
     * @param directory empty, for a journal and for what the yardsticks write
     */
    List<StepCost> run(Path directory, List<Bytes> texts) {
        try (Yardsticks yardsticks = new Yardsticks(directory.resolve("yardsticks"));
                GuardPipeline pipeline = new GuardPipeline(directory.resolve("journal"))) {
            Stages stages = decoration.apply(Stages.of(pipeline.stages()));
            Workload workload = new Workload(stages, pipeline.stages().directory(), texts);
            StepTotals totals = new StepTotals(meter);
            List<Sample> samples = new ArrayList<>();
            for (int number = -effort.warmUpSamples(); number < effort.samples(); number++) {
                Sample sample = sample(workload, yardsticks, totals);
                pipeline.forgetJournal();
                yardsticks.rewind();
                if (number >= 0) {
                    samples.add(sample);
                }
            }
            return StepCost.ofAll(samples);
        }
    }

    private static Sample sample(Workload workload, Yardsticks yardsticks, StepTotals totals) {
        for (int round = 0; round < ROUNDS; round++) {
            for (Yardstick yardstick : Yardstick.values()) {
                totals.begin();
                yardsticks.run(yardstick);
                totals.end(yardstick);
            }
            workload.round(totals);
        }
        return totals.take(ROUNDS);
    }
}
