package io.strowger.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final double SECOND = 1e9;
    private static final int DRAWS = 200_000;

    @Test
    void shouldHaveTheMeanAndTheVariationThatWereAskedFor() {
        assertMoments(new Distribution.Exponential(180 * SECOND), 180, 1);
        assertMoments(new Distribution.LogNormal(180 * SECOND, 0.8), 180, 0.8);
        assertMoments(new Distribution.Gamma(180 * SECOND, 3), 180, 1 / Math.sqrt(3));
        assertMoments(new Distribution.Gamma(180 * SECOND, 0.5), 180, Math.sqrt(2));
        assertMoments(new Distribution.Constant((long) (180 * SECOND)), 180, 0);
        assertMoments(new Distribution.Uniform(0, (long) (360 * SECOND)), 180, 1 / Math.sqrt(3));
        assertMoments(new Distribution.Empirical(new long[] {(long) (90 * SECOND), (long) (270 * SECOND)}), 180, 0.5);
    }

    private static void assertMoments(Distribution distribution, double mean, double variation) {
        RandomStream random = new RandomStream().restart(1);
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double seconds = distribution.nextNanos(random) / SECOND;
            sum += seconds;
            squares += seconds * seconds;
        }
        double found = sum / DRAWS;
        assertThat(distribution.meanNanos() / SECOND).isCloseTo(mean, within(1e-6));
        assertThat(found).as("%s", distribution).isCloseTo(mean, within(mean * 0.02));
        assertThat(Math.sqrt(Math.max(0, squares / DRAWS - found * found)) / found)
                .as("%s", distribution)
                .isCloseTo(variation, within(0.03));
    }

    @Test
    void shouldRefuseTimesThatCannotBe() {
        assertThatThrownBy(() -> new Distribution.Exponential(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Constant(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Empirical(new long[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ArrivalRate.of(-1)).hasMessageContaining("must be 0 or more");
        assertThatThrownBy(() -> new ArrivalRate(new double[7])).hasMessageContaining("1 or 24");
    }

    @Test
    void shouldComeAsOftenAsTheHourSays() {
        double[] perHour = new double[24];
        perHour[9] = 1_000;
        perHour[17] = 3_000;
        ArrivalRate rate = new ArrivalRate(perHour);
        RandomStream random = new RandomStream().restart(1);
        int[] found = new int[24];
        long hour = 3_600_000_000_000L;
        for (long at = rate.next(0, random); at < 240 * hour; at = rate.next(at, random)) {
            found[(int) (at / hour % 24)]++;
        }
        assertThat(found[9]).isBetween(9_700, 10_300);
        assertThat(found[17]).isBetween(29_500, 30_500);
        assertThat(found[8] + found[10] + found[16] + found[18]).isZero();
        assertThat(ArrivalRate.of(0).next(0, random)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldKnowStudentsQuantiles() {
        assertThat(StudentT.quantile(0.975, 1)).isCloseTo(12.7062, within(1e-4));
        assertThat(StudentT.quantile(0.975, 29)).isCloseTo(2.04523, within(1e-5));
        assertThat(StudentT.quantile(0.9995, 31)).isCloseTo(3.63346, within(1e-4));
        assertThat(StudentT.quantile(0.975, 100_000)).isCloseTo(1.95998, within(1e-4));
        assertThat(Estimate.ofMean(new double[] {1, 2, 3, 4, 5}, 0.95).high()).isCloseTo(4.96324, within(1e-5));
        assertThat(Estimate.ofMean(new double[] {3}, 0.95).low()).isNaN();
        assertThat(List.of(Estimate.ofMean(new double[0], 0.95).mean())).containsExactly(Double.NaN);
    }
}
