package io.strowger.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final StepCost HERE = cost(10, 5, 2, 4);
    private static final Baseline BASELINE = Baseline.of(17, Path.of("baseline-17.properties"), List.of(HERE));

    @Test
    void shouldBeContentWithAMachineThatIsSlowerAtOneKindOfWork() {
        // Look-ups take three times as long, the rest twice; so does the step, which is a mixture: 2.5 times.
        StepCost there = cost(10 * 2.5 / 2, 5 * 2.5 / 3, 2 * 2.5 / 2, 4 * 2.5 / 2);

        Judgement judgement = new Judgement(there, BASELINE);

        assertThat(judgement.kindest()).isEqualTo(Yardstick.LOOK_UPS);
        assertThat(judgement.factor()).isLessThan(1);
        assertThat(judgement.factor(Yardstick.ROWS)).isEqualTo(1.25);
        assertThat(judgement.objections()).isEmpty();
    }

    @Test
    void shouldNameTheBenchmarkTheBaselineAndTheMeasurement() {
        assertThat(new Judgement(cost(20, 9, 4, 8), BASELINE).objections())
                .singleElement()
                .asString()
                .contains(
                        "decide takes 9.000 times a unit of look-ups, and baseline-17.properties says 5.000: 1.80 times");
    }

    @Test
    void shouldObjectWhenEveryYardstickSaysMoreThanTheLimit() {
        assertThat(new Judgement(cost(15.1, 7.6, 3.1, 6.1), BASELINE).objections())
                .hasSize(1);
        assertThat(new Judgement(cost(15.1, 7.6, 2.9, 6.1), BASELINE).objections())
                .isEmpty();
    }

    private static StepCost cost(double arithmetic, double lookUps, double rows, double copies) {
        return new StepCost(
                Step.DECIDE,
                1_000,
                Map.of(
                        Yardstick.ARITHMETIC, arithmetic,
                        Yardstick.LOOK_UPS, lookUps,
                        Yardstick.ROWS, rows,
                        Yardstick.COPIES, copies),
                0,
                0,
                2_048);
    }
}
