package io.strowger.models.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {
    @Test
    void shouldBeZeroWhenNothingChanged() {
        PopulationStability same = PopulationStability.of(new long[] {500, 300, 200}, new long[] {5000, 3000, 2000});

        assertThat(same.index()).isCloseTo(0, within(1e-5));
    }

    @Test
    void shouldBeWhatTheDefinitionSays() {
        // (0.6 - 0.5) ln(0.6 / 0.5) + (0.4 - 0.5) ln(0.4 / 0.5)
        PopulationStability known =
                PopulationStability.of(new long[] {500_000, 500_000}, new long[] {600_000, 400_000});

        assertThat(known.index()).isCloseTo(0.04055, within(1e-4));
    }

    @Test
    void shouldStayFiniteWhenALabelIsNewOrGone() {
        PopulationStability changed = PopulationStability.of(new long[] {900, 100, 0}, new long[] {900, 0, 100});

        assertThat(changed.index()).isFinite().isGreaterThan(0.5);
    }

    @Test
    void shouldTakeRareLabelsTogether() {
        long[] expected = new long[101];
        long[] actual = new long[101];
        expected[100] = 900;
        actual[100] = 900;
        for (int label = 0; label < 100; label++) {
            expected[label] = 1;
            actual[label] = label % 2 == 0 ? 2 : 0;
        }

        assertThat(PopulationStability.of(expected, actual).index()).isCloseTo(0, within(1e-3));
    }

    @Test
    void shouldKnowWhatChanceMakes() {
        Random random = new Random(1);
        int above = 0;
        for (int pair = 0; pair < 1_000; pair++) {
            PopulationStability stability = PopulationStability.of(sample(random, 700), sample(random, 2_000));
            above += stability.index() > stability.byChance() ? 1 : 0;
        }

        assertThat(above).isLessThan(10);
        // The chi-square distribution with 9 degrees of freedom exceeds 27.88 once in a thousand times.
        assertThat(PopulationStability.of(sample(random, 1_000), sample(random, 1_000))
                        .byChance())
                .isCloseTo(27.88 * 2 / 1_000, within(0.001));
    }

    private static long[] sample(Random random, int size) {
        long[] counts = new long[10];
        for (int i = 0; i < size; i++) {
            counts[random.nextInt(10)]++;
        }
        return counts;
    }
}
