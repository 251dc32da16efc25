package io.strowger.engine.configuration;

import org.jspecify.annotations.Nullable;

/** Checks how queues match in batches. Cold. */
public final class BatchCheck {
    private BatchCheck() {}

    /**
     * Checks one queue.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static void check(QueueConfiguration queue) {
        String problem = problem(queue.batch());
        if (problem != null) {
            throw new IllegalArgumentException("queue " + queue.id() + ", " + problem);
        }
    }

    /** What is wrong with a queue's batches, beginning with the setting; null for nothing. */
    public static @Nullable String problem(QueueBatch batch) {
        if (batch.windowNanos() < 0 || batch.windowNanos() > QueueBatch.MAX_WINDOW_NANOS) {
            return "batch.window: the time must be between 0, which stands for none, and a minute";
        }
        if (batch.maxPassed() < 0 || batch.maxPassed() > QueueBatch.MAX_PASSED) {
            return "batch.maxPassed: " + batch.maxPassed() + " is not between 0 and " + QueueBatch.MAX_PASSED;
        }
        BatchWeights weights = batch.weights();
        String problem = problem("slack", weights.slack());
        problem = problem != null ? problem : problem("skillGap", weights.skillGap());
        problem = problem != null ? problem : problem("notPreferred", weights.notPreferred());
        problem = problem != null ? problem : problem("load", weights.load());
        return problem != null ? problem : problem("idle", weights.idle());
    }

    /** Whether nothing at all counts, so that a batch brings no better pairs. */
    public static boolean isIndifferent(BatchWeights weights) {
        return weights.slack() == 0
                && weights.skillGap() == 0
                && weights.notPreferred() == 0
                && weights.load() == 0
                && weights.idle() == 0;
    }

    private static @Nullable String problem(String weight, int value) {
        return value < 0 || value > BatchWeights.MAX
                ? "batch.weights." + weight + ": " + value + " is not between 0 and " + BatchWeights.MAX
                : null;
    }
}
