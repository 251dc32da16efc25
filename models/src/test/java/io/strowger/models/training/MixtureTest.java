package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MixtureTest {
    @Test
    void shouldGiveNothingToTheOneThatKnowsNothing() {
        Mixture mixture = new Mixture();
        for (int i = 0; i < 40; i++) {
            int label = i % 2;
            int shown = i % 10 == 0 ? 1 - label : label;
            int noise = i / 2 % 2;
            mixture.add(
                    new double[] {shown == 0 ? 2 : 0, shown == 1 ? 2 : 0},
                    new double[] {noise == 0 ? 3 : 0, noise == 1 ? 3 : 0},
                    label);
        }

        Mixture.Factors factors = mixture.best();

        assertThat(factors.accuracy()).isEqualTo(0.9);
        assertThat(factors.second() / factors.first()).isLessThan(0.12);
    }

    @Test
    void shouldMixTwoThatKnowDifferentThings() {
        Mixture mixture = new Mixture();
        for (int i = 0; i < 40; i++) {
            int label = i % 2;
            // Each is sure where the other is not.
            double first = i % 4 < 2 ? 4 : 0.1;
            double second = i % 4 < 2 ? -0.1 : 4;
            mixture.add(
                    new double[] {label == 0 ? first : 0, label == 1 ? first : 0},
                    new double[] {label == 0 ? second : 0, label == 1 ? second : 0},
                    label);
        }

        Mixture.Factors factors = mixture.best();

        assertThat(factors.accuracy()).isEqualTo(1);
        assertThat(factors.first()).isPositive();
        assertThat(factors.second()).isPositive();
    }
}
