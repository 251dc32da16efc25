package io.strowger.bench.guard;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a step costs, as many samples say.
 *
 * @param step which
 * @param cpuNanos CPU time a message, the median
 * @param calibrationNanos CPU time of a unit of the calibration beside it, the median
 * @param multiple CPU time a message in units of the calibration, sample by sample; the lowest tenth ends here
 * @param noise how far the samples lie apart: the middle four fifths of the multiples, as a share of their median
 * @param bytes allocated in the sample that allocated least: the virtual machine itself now and then costs a few
 * @param messages of a sample
 */
record StepCost(
        Step step, double cpuNanos, double calibrationNanos, double multiple, double noise, long bytes, int messages) {
    private static final double LOW = 0.1;
    private static final double MIDDLE = 0.5;
    private static final double HIGH = 0.9;

    static StepCost of(Step step, List<Sample> samples) {
        double[] multiples = sorted(samples, sample -> sample.multiple(step));
        return new StepCost(
                step,
                quantile(sorted(samples, sample -> sample.nanos(step)), MIDDLE),
                quantile(sorted(samples, Sample::calibrationNanos), MIDDLE),
                quantile(multiples, LOW),
                (quantile(multiples, HIGH) - quantile(multiples, LOW)) / quantile(multiples, MIDDLE),
                samples.stream().mapToLong(sample -> sample.bytes(step)).min().orElseThrow(),
                samples.get(0).messages());
    }

    /** The better of two measurements of the same step; bytes and time may come from different ones. */
    StepCost orBetter(StepCost other) {
        StepCost faster = other.multiple < multiple ? other : this;
        return new StepCost(
                step,
                faster.cpuNanos,
                faster.calibrationNanos,
                faster.multiple,
                faster.noise,
                Math.min(bytes, other.bytes),
                messages);
    }

    double bytesPerMessage() {
        return (double) bytes / messages;
    }

    private static double[] sorted(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }
}
