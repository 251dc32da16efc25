package io.strowger.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepCostTest {
    private static final int MESSAGES = 100;

    @Test
    void shouldCompareEachSampleWithTheCalibrationBesideIt() {
        // The machine gets ten times slower, for both alike.
        List<Sample> samples = IntStream.rangeClosed(1, 10)
                .mapToObj(slowness -> sample(700L * slowness, 0, slowness))
                .toList();

        StepCost cost = StepCost.of(Step.DECIDE, samples);

        assertThat(cost.multiple()).isEqualTo(7);
        assertThat(cost.noise()).isZero();
    }

    @Test
    void shouldTakeTheLowestTenthOfTimesAndTheLeastOfBytes() {
        List<Sample> samples = IntStream.rangeClosed(0, 10)
                .mapToObj(number -> sample((10 + number) * 100L, number * 24L, 1))
                .toList();

        StepCost cost = StepCost.of(Step.DECIDE, samples);

        assertThat(cost.multiple()).isEqualTo(11);
        assertThat(cost.cpuNanos()).isEqualTo(15);
        assertThat(cost.noise()).isEqualTo(8.0 / 15);
        assertThat(cost.bytes()).isZero();
    }

    @Test
    void shouldKeepTheBestOfTwoMeasurements() {
        StepCost fast = new StepCost(Step.COMMIT, 300, 1_000, 0.3, 0.1, 24, MESSAGES);
        StepCost lean = new StepCost(Step.COMMIT, 500, 1_000, 0.5, 0.2, 0, MESSAGES);

        assertThat(fast.orBetter(lean)).isEqualTo(lean.orBetter(fast));
        assertThat(fast.orBetter(lean).multiple()).isEqualTo(0.3);
        assertThat(fast.orBetter(lean).bytes()).isZero();
    }

    @Test
    void shouldAddUpByStepWhatTheMeterSays() {
        long[] now = new long[2];
        StepTotals totals = new StepTotals(new ThreadMeter() {
            @Override
            public long cpuNanos() {
                return now[0];
            }

            @Override
            public long allocatedBytes() {
                return now[1];
            }
        });
        totals.begin();
        now[0] += 3_000;
        totals.endCalibration();
        for (int turn = 0; turn < 2; turn++) {
            totals.begin();
            now[0] += 500;
            now[1] += 16;
            totals.end(Step.COMMIT);
        }
        now[0] += 9_999;

        Sample sample = totals.take(10, 30);

        assertThat(sample.calibrationNanos()).isEqualTo(100);
        assertThat(sample.nanos(Step.COMMIT)).isEqualTo(100);
        assertThat(sample.multiple(Step.COMMIT)).isEqualTo(1);
        assertThat(sample.bytes(Step.COMMIT)).isEqualTo(32);
        assertThat(sample.nanos(Step.DECIDE)).isZero();
        assertThat(totals.take(10, 30).bytes(Step.COMMIT)).isZero();
    }

    private static Sample sample(long cpuNanos, long bytes, double calibrationNanos) {
        long[] cpu = new long[Step.values().length];
        long[] allocated = new long[Step.values().length];
        cpu[Step.DECIDE.index()] = cpuNanos;
        allocated[Step.DECIDE.index()] = bytes;
        return new Sample(MESSAGES, cpu, allocated, calibrationNanos);
    }
}
