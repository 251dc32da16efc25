package io.strowger.bench.guard;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a step costs, as many samples say.
 *
 * @param step which
 * @param cpuNanos CPU time a message, the median
 * @param multiples CPU time a message in units of each yardstick that measures the step, sample by sample; the lowest tenth
 *     ends here
 * @param noise how far the samples lie apart: the middle four fifths of the CPU times, as a share of their median
 * @param bytes allocated in the sample that allocated least: the virtual machine itself now and then costs a few
 * @param messages of a sample
 */
record StepCost(Step step, double cpuNanos, Map<Yardstick, Double> multiples, double noise, long bytes, int messages) {
    private static final double LOW = 0.1;
    private static final double MIDDLE = 0.5;
    private static final double HIGH = 0.9;

    StepCost {
        multiples = Map.copyOf(multiples);
    }

    /** Of all steps, in their order. */
    static List<StepCost> ofAll(List<Sample> samples) {
        return Stream.of(Step.values()).map(step -> of(step, samples)).toList();
    }

    static StepCost of(Step step, List<Sample> samples) {
        double[] nanos = sorted(samples, sample -> sample.nanos(step));
        double median = quantile(nanos, MIDDLE);
        return new StepCost(
                step,
                median,
                multiples(step, yardstick -> quantile(sorted(samples, s -> s.multiple(step, yardstick)), LOW)),
                (quantile(nanos, HIGH) - quantile(nanos, LOW)) / median,
                samples.stream().mapToLong(sample -> sample.bytes(step)).min().orElseThrow(),
                samples.get(0).messages());
    }

    /** The better of several measurements of all steps, each figure on its own. */
    static List<StepCost> best(List<List<StepCost>> attempts) {
        return combined(attempts, 0);
    }

    /** The usual of several measurements of all steps, each figure on its own. */
    static List<StepCost> typical(List<List<StepCost>> attempts) {
        return combined(attempts, MIDDLE);
    }

    private static List<StepCost> combined(List<List<StepCost>> attempts, double share) {
        return IntStream.range(0, attempts.get(0).size())
                .mapToObj(index -> combinedOfOne(
                        attempts.stream().map(costs -> costs.get(index)).toList(), share))
                .toList();
    }

    private static StepCost combinedOfOne(List<StepCost> costs, double share) {
        StepCost first = costs.get(0);
        return new StepCost(
                first.step,
                quantile(sorted(costs, StepCost::cpuNanos), share),
                multiples(first.step, yardstick -> quantile(sorted(costs, cost -> cost.multiple(yardstick)), share)),
                quantile(sorted(costs, StepCost::noise), share),
                (long) quantile(sorted(costs, StepCost::bytes), share),
                first.messages);
    }

    /** In units of a yardstick that measures the step. */
    double multiple(Yardstick yardstick) {
        return multiples.getOrDefault(yardstick, Double.NaN);
    }

    double bytesPerMessage() {
        return (double) bytes / messages;
    }

    private static Map<Yardstick, Double> multiples(Step step, ToDoubleFunction<Yardstick> multiple) {
        Map<Yardstick, Double> multiples = new EnumMap<>(Yardstick.class);
        for (Yardstick yardstick : Yardstick.measuring(step)) {
            multiples.put(yardstick, multiple.applyAsDouble(yardstick));
        }
        return multiples;
    }

    private static <T> double[] sorted(List<T> from, ToDoubleFunction<T> figure) {
        return from.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }
}
