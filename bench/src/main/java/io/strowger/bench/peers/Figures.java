package io.strowger.bench.peers;

import io.strowger.bench.report.Percentiles;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What one turn measured.
 *
 * @param values in the metric's unit
 * @param nanos the recording behind the latencies, null when there is none
 */
record Figures(Map<Metric, Double> values, @Nullable Histogram nanos) {
    private static final double PERCENT = 100;

    Figures {
        values = Map.copyOf(values);
    }

    /** A throughput alone. */
    static Figures throughput(double messagesPerSecond) {
        return new Figures(Map.of(Metric.THROUGHPUT, messagesPerSecond), null);
    }

    /** A throughput, and how many of a hundred answers are right. */
    static Figures classified(double messagesPerSecond, double accuracy) {
        return new Figures(Map.of(Metric.THROUGHPUT, messagesPerSecond, Metric.ACCURACY, accuracy), null);
    }

    /** Percentiles from the intended time to the decision, at a rate. */
    static Figures decisions(Histogram nanos) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.DECISION_P50, Percentiles.micros(nanos, 50));
        values.put(Metric.DECISION_P99, Percentiles.micros(nanos, 99));
        values.put(Metric.DECISION_P999, Percentiles.micros(nanos, 99.9));
        return new Figures(values, nanos);
    }

    /**
     * A throughput and percentiles of the time from a request to its answer.
     *
     * @param clientShare how much of a core the client's busiest thread took, 0 to 1
     */
    static Figures answers(double messagesPerSecond, Histogram nanos, double clientShare) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.THROUGHPUT, messagesPerSecond);
        values.put(Metric.ANSWER_P50, Percentiles.micros(nanos, 50));
        values.put(Metric.ANSWER_P99, Percentiles.micros(nanos, 99));
        values.put(Metric.CLIENT, clientShare * PERCENT);
        return new Figures(values, nanos);
    }

    /** What a metric was measured to be. */
    double value(Metric metric) {
        Double value = values.get(metric);
        if (value == null) {
            throw new IllegalArgumentException(metric + " was not measured, but " + values.keySet());
        }
        return value;
    }
}
