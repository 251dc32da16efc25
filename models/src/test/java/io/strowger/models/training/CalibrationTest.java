package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void shouldFindTheTemperatureThatLogitsWereMultipliedBy() {
        for (double temperature : new double[] {0.5, 1, 3}) {
            Calibration calibration = new Calibration();
            Random random = new Random(9);
            for (int i = 0; i < 20_000; i++) {
                double logit = random.nextGaussian() * 2;
                double chance = 1 / (1 + Math.exp(-logit));
                calibration.add(new double[] {logit * temperature, 0}, random.nextDouble() < chance ? 0 : 1);
            }

            assertThat(calibration.temperature()).isCloseTo(temperature, within(0.05 * temperature));
        }
    }

    @Test
    void shouldLeaveLogitsAloneWithoutExamples() {
        assertThat(new Calibration().temperature()).isEqualTo(1);
        assertThat(new Calibration().accuracy()).isZero();
    }

    @Test
    void shouldApproximateTheExponential() {
        for (double x = 0; x > -60; x -= 0.37) {
            assertThat(Exponential.exp(x) / Math.exp(x)).isCloseTo(1, within(1e-6));
        }
        assertThat(Exponential.exp(-1000)).isZero();
    }
}
