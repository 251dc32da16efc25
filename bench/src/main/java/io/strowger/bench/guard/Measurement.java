package io.strowger.bench.guard;

import java.util.ArrayList;
import java.util.List;

/** Runs the workload beside the calibration: first until everything has its size and is compiled, then in samples. One thread. */
final class Measurement {
    /** Rounds of a sample: enough for the counters' grain, few enough that other work on the machine misses some samples. */
    static final int ROUNDS = 16;

    private static final int CALIBRATION_UNITS = 1_280;

    private final Workload workload;
    private final Runnable afterSample;
    private final CalibrationLoop calibration = new CalibrationLoop();
    private final StepTotals totals;

    /** @param afterSample cleans up, outside of what is measured */
    Measurement(Workload workload, ThreadMeter meter, Runnable afterSample) {
        this.workload = workload;
        this.afterSample = afterSample;
        this.totals = new StepTotals(meter);
    }

    /** Takes samples and forgets them. */
    void warmUp(int samples) {
        for (int number = 0; number < samples; number++) {
            sample();
        }
    }

    /** Takes that many samples. */
    List<Sample> run(int samples) {
        List<Sample> taken = new ArrayList<>(samples);
        for (int number = 0; number < samples; number++) {
            taken.add(sample());
        }
        return taken;
    }

    private Sample sample() {
        for (int round = 0; round < ROUNDS; round++) {
            totals.begin();
            calibration.run(CALIBRATION_UNITS);
            totals.endCalibration();
            workload.round(totals);
        }
        afterSample.run();
        return totals.take(ROUNDS * Workload.MESSAGES, ROUNDS * CALIBRATION_UNITS);
    }
}
