package io.strowger.engine.replay;

import io.strowger.engine.simulation.Estimate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The figures of a replay, before and after. The intervals of the changes come from the means of 32 groups of conversations,
 * one after another, as neighbours share their queues. Immutable.
 *
 * @param conversations how many there are
 * @param moved those that were sent to another queue
 * @param anothers those that another agent had first, or nobody
 * @param differing those of which anything differs
 * @param waitBefore the mean wait in seconds
 * @param waitAfter the same after
 * @param longer the mean change of the wait, in seconds
 * @param servedBefore the share that an agent had within the service level's time
 * @param servedAfter the same after
 * @param better the change of that share
 * @param cancelledBefore those that were given up before an agent had them
 * @param cancelledAfter the same after
 */
public record ReplayFigures(
        long conversations,
        long moved,
        long anothers,
        long differing,
        double waitBefore,
        double waitAfter,
        Estimate longer,
        double servedBefore,
        double servedAfter,
        Estimate better,
        long cancelledBefore,
        long cancelledAfter) {
    private static final int GROUPS = 32;
    private static final double NANOS = 1e9;

    /**
     * Counts.
     *
     * @param serviceLevelNanos the time of the service level
     * @param confidence of the intervals, for example 0.95
     */
    public static ReplayFigures of(ReplayResult result, long serviceLevelNanos, double confidence) {
        List<ReplayResult.Pair> pairs = result.pairs();
        long end = result.end();
        ToDoubleFunction<ReplayResult.Pair> waitBefore = pair -> pair.before().waitNanos(end) / NANOS;
        ToDoubleFunction<ReplayResult.Pair> waitAfter = pair -> pair.after().waitNanos(end) / NANOS;
        ToDoubleFunction<ReplayResult.Pair> before = pair -> served(pair.before(), end, serviceLevelNanos);
        ToDoubleFunction<ReplayResult.Pair> after = pair -> served(pair.after(), end, serviceLevelNanos);
        return new ReplayFigures(
                pairs.size(),
                pairs.stream().filter(result::isMoved).count(),
                pairs.stream().filter(result::isAnothers).count(),
                pairs.stream().filter(result::differs).count(),
                mean(pairs, waitBefore),
                mean(pairs, waitAfter),
                change(pairs, waitBefore, waitAfter, confidence),
                mean(pairs, before),
                mean(pairs, after),
                change(pairs, before, after, confidence),
                pairs.stream().filter(pair -> pair.before().cancelledAt != 0).count(),
                pairs.stream().filter(pair -> pair.after().cancelledAt != 0).count());
    }

    private static double served(Fate fate, long end, long serviceLevelNanos) {
        return fate.assignedAt != 0 && fate.waitNanos(end) <= serviceLevelNanos ? 1 : 0;
    }

    private static double mean(List<ReplayResult.Pair> pairs, ToDoubleFunction<ReplayResult.Pair> figure) {
        return pairs.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private static Estimate change(
            List<ReplayResult.Pair> pairs,
            ToDoubleFunction<ReplayResult.Pair> before,
            ToDoubleFunction<ReplayResult.Pair> after,
            double confidence) {
        int groups = Math.min(GROUPS, pairs.size());
        double[] means = new double[groups];
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) pairs.size() * group / groups);
            int to = (int) ((long) pairs.size() * (group + 1) / groups);
            double sum = 0;
            for (ReplayResult.Pair pair : pairs.subList(from, to)) {
                sum += after.applyAsDouble(pair) - before.applyAsDouble(pair);
            }
            means[group] = sum / (to - from);
        }
        return Estimate.ofMean(means, confidence);
    }
}
