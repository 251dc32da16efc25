package io.strowger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.bench.report.Table.Column;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    private static final double ACCURACY = 0.001;

    @Test
    void shouldNameTheColumnsAlikeForAll() {
        assertThat(Percentiles.columns().stream().map(Column::name))
                .containsExactly(
                        "p50Micros", "p90Micros", "p99Micros", "p999Micros", "p9999Micros", "worstMicros", "count");
    }

    @Test
    void shouldGiveMicrosecondsToThreeDigits() {
        Histogram histogram = new Histogram(3);
        for (int micros = 1; micros <= 100_000; micros++) {
            histogram.recordValue(micros * 1_000L);
        }
        List<Object> cells = Percentiles.cells(histogram);
        double[] expected = {50_000, 90_000, 99_000, 99_900, 99_990, 100_000};
        for (int i = 0; i < expected.length; i++) {
            assertThat((Double) cells.get(i)).isBetween(expected[i], expected[i] * (1 + ACCURACY));
        }
        assertThat(cells.get(expected.length)).isEqualTo(100_000L);
    }

    @Test
    void shouldGiveNoFigureWhenNothingWasRecorded() {
        List<Object> cells = Percentiles.cells(new Histogram(3));
        assertThat(cells.subList(0, 6)).containsOnly(Double.NaN);
        assertThat(cells.get(6)).isEqualTo(0L);
    }

    @Test
    void shouldSpreadEachPercentileOverTheRuns() {
        List<Histogram> runs = List.of(constant(1_500), constant(500), constant(1_000), new Histogram(3));
        List<Object> cells = Percentiles.cells(runs);
        assertThat(cells.get(0)).isEqualTo(new Spread(1, 0.5, 1.5));
        assertThat(cells.get(6)).isEqualTo(3L);
    }

    @Test
    void shouldLeaveRunsWithoutAFigureOutOfTheSpread() {
        assertThat(Spread.of(4, Double.NaN, 1, 2, 3)).isEqualTo(new Spread(2, 1, 4));
        assertThat(Spread.of(Double.NaN).median()).isNaN();
        assertThat(Spread.of(2, 4).map(value -> value / 2)).isEqualTo(new Spread(1, 1, 2));
    }

    private static Histogram constant(long nanos) {
        Histogram histogram = new Histogram(3);
        histogram.recordValue(nanos);
        return histogram;
    }
}
