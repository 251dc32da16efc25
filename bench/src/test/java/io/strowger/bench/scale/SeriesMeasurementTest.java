package io.strowger.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.bench.report.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesMeasurementTest {
    @Test
    void shouldSayWhatADecisionLookedAtWhenMeasured() {
        Size size = new Size(20, 20, 8, 1);
        Series series = new Series("waiting", Work.IDLE, List.of(new Series.Step(20, size), new Series.Step(20, size)));
        SeriesMeasurement measurement = new SeriesMeasurement(series, 3);

        measurement.run();

        assertThat(measurement.candidates(0)).isPositive().isEqualTo(measurement.candidates(1));
        assertThat(measurement.nanos(1).median()).isPositive();
        assertThat(measurement.ratio(0)).isEqualTo(new Spread(1, 1, 1));
    }

    @Test
    void shouldLeaveOutATenthAtEachEndWhenValuesSpread() {
        assertThat(SeriesMeasurement.spread(new double[] {5, 1, 9, 2, 8, 3, 7, 4, 6, 100, -100}))
                .isEqualTo(new Spread(5, 1, 9));
    }

    @Test
    void shouldGrowOneNumberOnlyWhenStepsFollow() {
        for (Series series : Series.all()) {
            List<Series.Step> steps = series.steps();
            assertThat(steps).extracting(Series.Step::number).isSorted().doesNotHaveDuplicates();
            for (Series.Step step : steps) {
                Size size = step.size();
                assertThat(List.of(size.waiting(), size.agents(), size.signatures()))
                        .contains(step.number());
            }
        }
    }
}
