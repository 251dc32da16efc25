package io.strowger.bench.rig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** Results of the same plan, at least one. Immutable. */
final class Runs {
    private static final double BY = 99.0;

    private final List<RunResult> inOrder;
    private final RunResult median;

    Runs(List<RunResult> results) {
        inOrder = List.copyOf(results);
        List<RunResult> sorted = new ArrayList<>(results);
        sorted.sort(
                Comparator.comparingLong(run -> run.recording(Recording.DECIDED).getValueAtPercentile(BY)));
        median = sorted.get((sorted.size() - 1) / 2);
    }

    List<RunResult> inOrder() {
        return inOrder;
    }

    /** The run whose 99th percentile of decision times is in the middle. */
    RunResult median() {
        return median;
    }

    double lowest(ToDoubleFunction<RunResult> figure) {
        return inOrder.stream().mapToDouble(figure).min().orElse(0);
    }

    double highest(ToDoubleFunction<RunResult> figure) {
        return inOrder.stream().mapToDouble(figure).max().orElse(0);
    }

    double middle(ToDoubleFunction<RunResult> figure) {
        double[] sorted = inOrder.stream().mapToDouble(figure).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }

    /** A percentile of a recording in microseconds. */
    static double micros(Histogram histogram, double percentile) {
        long nanos = percentile >= 100 ? histogram.getMaxValue() : histogram.getValueAtPercentile(percentile);
        return Math.round(nanos / 10.0) / 100.0;
    }
}
