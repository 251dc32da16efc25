package io.strowger.bench.guard;

/**
 * What some thousand messages cost, and the calibration in between.
 *
 * @param messages how many
 * @param cpuNanos of all of them, by the step's index
 * @param bytes of all of them, by the step's index
 * @param calibrationNanos CPU time of one unit of the calibration
 */
@SuppressWarnings("ArrayRecordComponent") // made by one, read by one
record Sample(int messages, long[] cpuNanos, long[] bytes, double calibrationNanos) {
    /** CPU time a message. */
    double nanos(Step step) {
        return (double) cpuNanos[step.index()] / messages;
    }

    /** CPU time a message in units of the calibration. */
    double multiple(Step step) {
        return nanos(step) / calibrationNanos;
    }

    /** Allocated by all messages. */
    long bytes(Step step) {
        return bytes[step.index()];
    }
}
