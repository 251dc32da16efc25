package io.strowger.bench.guard;

/** Adds up what the steps and the calibration use. One thread. */
final class StepTotals {
    private final ThreadMeter meter;
    private final long[] cpuNanos = new long[Step.values().length];
    private final long[] bytes = new long[Step.values().length];
    private long calibrationNanos;
    private long startNanos;
    private long startBytes;

    StepTotals(ThreadMeter meter) {
        this.meter = meter;
    }

    /** A step or the calibration begins. */
    void begin() {
        startBytes = meter.allocatedBytes();
        startNanos = meter.cpuNanos();
    }

    /** The step that began last ends. */
    void end(Step step) {
        cpuNanos[step.index()] += meter.cpuNanos() - startNanos;
        bytes[step.index()] += meter.allocatedBytes() - startBytes;
    }

    /** The calibration that began last ends. */
    void endCalibration() {
        calibrationNanos += meter.cpuNanos() - startNanos;
    }

    /** What has been added up since the last call. */
    Sample take(int messages, int calibrationUnits) {
        Sample sample =
                new Sample(messages, cpuNanos.clone(), bytes.clone(), (double) calibrationNanos / calibrationUnits);
        for (Step step : Step.values()) {
            cpuNanos[step.index()] = 0;
            bytes[step.index()] = 0;
        }
        calibrationNanos = 0;
        return sample;
    }
}
