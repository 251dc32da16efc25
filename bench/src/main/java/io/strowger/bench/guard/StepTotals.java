package io.strowger.bench.guard;

import io.strowger.bench.rig.ThreadMeter;

/** Adds up what the steps and the calibration use. One thread. */
final class StepTotals {
    private final ThreadMeter meter;
    private final long[] cpuNanos = new long[Step.values().length];
    private final long[] bytes = new long[Step.values().length];
    private final long[] calibrationNanos = new long[Yardstick.values().length];
    private long startNanos;
    private long startBytes;

    StepTotals(ThreadMeter meter) {
        this.meter = meter;
    }

    /** A step or the work of a yardstick begins. */
    void begin() {
        startBytes = meter.allocatedBytes();
        startNanos = meter.cpuNanos();
    }

    /** The step that began last ends. */
    void end(Step step) {
        cpuNanos[step.index()] += meter.cpuNanos() - startNanos;
        bytes[step.index()] += meter.allocatedBytes() - startBytes;
    }

    /** The yardstick's work that began last ends. */
    void end(Yardstick yardstick) {
        calibrationNanos[yardstick.index()] += meter.cpuNanos() - startNanos;
    }

    /** What has been added up since the last call, in some rounds. */
    Sample take(int rounds) {
        double[] unitNanos = new double[calibrationNanos.length];
        for (Yardstick yardstick : Yardstick.values()) {
            int index = yardstick.index();
            unitNanos[index] = (double) calibrationNanos[index] / rounds / yardstick.units();
            calibrationNanos[index] = 0;
        }
        Sample sample = new Sample(rounds * Workload.MESSAGES, cpuNanos.clone(), bytes.clone(), unitNanos);
        for (Step step : Step.values()) {
            cpuNanos[step.index()] = 0;
            bytes[step.index()] = 0;
        }
        return sample;
    }
}
