package io.strowger.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.bench.rig.ThreadMeter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

        assertThat(cost.multiple(Yardstick.ROWS)).isEqualTo(7);
    }

    @Test
    void shouldTakeTheLowestTenthOfTimesAndTheLeastOfBytes() {
        List<Sample> samples = IntStream.rangeClosed(0, 10)
                .mapToObj(number -> sample((10 + number) * 100L, number * 24L, 1))
                .toList();

        StepCost cost = StepCost.of(Step.DECIDE, samples);

        assertThat(cost.multiple(Yardstick.ROWS)).isEqualTo(11);
        assertThat(cost.cpuNanos()).isEqualTo(15);
        assertThat(cost.noise()).isEqualTo(8.0 / 15);
        assertThat(cost.bytes()).isZero();
    }

    @Test
    void shouldCombineSeveralMeasurementsFigureByFigure() {
        List<List<StepCost>> attempts =
                List.of(List.of(commit(300, 0.7, 24)), List.of(commit(500, 0.3, 0)), List.of(commit(400, 0.4, 8)));

        assertThat(StepCost.best(attempts)).containsExactly(commit(300, 0.3, 0));
        assertThat(StepCost.typical(attempts)).containsExactly(commit(400, 0.4, 8));
    }

    @Test
    void shouldPassFromProcessToProcess() {
        StepCost cost = new StepCost(
                Step.COMMIT, 812.5, Map.of(Yardstick.WRITES, 0.1, Yardstick.LOOK_UPS, 1e-9), 0.25, 16, 2_048);

        assertThat(MeasuringProcess.cost(MeasuringProcess.line(cost))).isEqualTo(cost);
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
        now[0] += Yardstick.ROWS.units() * 100;
        totals.end(Yardstick.ROWS);
        for (int turn = 0; turn < 2; turn++) {
            totals.begin();
            now[0] += 500;
            now[1] += 16;
            totals.end(Step.COMMIT);
        }
        now[0] += 9_999;

        Sample sample = totals.take(1);

        assertThat(sample.unitNanos()[Yardstick.ROWS.index()]).isEqualTo(100);
        assertThat(sample.nanos(Step.COMMIT)).isEqualTo(1_000.0 / Workload.MESSAGES);
        assertThat(sample.multiple(Step.COMMIT, Yardstick.ROWS)).isEqualTo(10.0 / Workload.MESSAGES);
        assertThat(sample.bytes(Step.COMMIT)).isEqualTo(32);
        assertThat(sample.nanos(Step.DECIDE)).isZero();
        assertThat(totals.take(1).bytes(Step.COMMIT)).isZero();
    }

    private static StepCost commit(double cpuNanos, double multiple, long bytes) {
        Map<Yardstick, Double> multiples = new EnumMap<>(Yardstick.class);
        Yardstick.measuring(Step.COMMIT).forEach(yardstick -> multiples.put(yardstick, multiple));
        return new StepCost(Step.COMMIT, cpuNanos, multiples, 0.1, bytes, MESSAGES);
    }

    private static Sample sample(long cpuNanos, long bytes, double unitNanos) {
        long[] cpu = new long[Step.values().length];
        long[] allocated = new long[Step.values().length];
        double[] calibration = new double[Yardstick.values().length];
        cpu[Step.DECIDE.index()] = cpuNanos;
        allocated[Step.DECIDE.index()] = bytes;
        Arrays.fill(calibration, unitNanos);
        return new Sample(MESSAGES, cpu, allocated, calibration);
    }
}
