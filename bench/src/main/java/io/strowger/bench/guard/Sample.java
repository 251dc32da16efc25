package io.strowger.bench.guard;

/**
 * What some thousand messages cost, and the calibration in between.
 *
 * @param messages how many
 * @param cpuNanos of all of them, by the step's index
 * @param bytes of all of them, by the step's index
 * @param unitNanos CPU time of one unit of the calibration, by the yardstick's index
 */
@SuppressWarnings("ArrayRecordComponent") // made by one, read by one
record Sample(int messages, long[] cpuNanos, long[] bytes, double[] unitNanos) {
    /** CPU time a message. */
    double nanos(Step step) {
        return (double) cpuNanos[step.index()] / messages;
    }

    /** CPU time a message in units of a yardstick. */
    double multiple(Step step, Yardstick yardstick) {
        return nanos(step) / unitNanos[yardstick.index()];
    }

    /** Allocated by all messages. */
    long bytes(Step step) {
        return bytes[step.index()];
    }
}
