package io.strowger.models.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.strowger.models.Analysis;
import io.strowger.models.text.NgramScanner;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedPointTest {
    @Test
    void shouldComeCloseToTheExactSoftmax() {
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            int count = 2 + random.nextInt(60);
            double[] exact = new double[count];
            int[] logits = new int[count];
            int best = 0;
            for (int k = 0; k < count; k++) {
                exact[k] = random.nextGaussian() * 4;
                logits[k] = (int) Math.round(exact[k] * (1 << FixedPoint.LOGIT_BITS));
                best = logits[k] > logits[best] ? k : best;
            }
            double total = 0;
            for (double logit : exact) {
                total += Math.exp(logit);
            }
            int label = random.nextInt(count);
            double expected = Math.exp(exact[label]) / total;

            int actual = FixedPoint.probability(logits, count, best, label);

            assertThat((double) actual / Analysis.ONE).isCloseTo(expected, within(0.02));
        }
    }

    @Test
    void shouldScaleASumByTheRootOfTheFeatures() {
        long scale = Math.round(0.05 * (1 << FixedPoint.SCALE_BITS));

        int logit = FixedPoint.logit(2000, 400, scale, 1 << FixedPoint.LOGIT_BITS);

        assertThat((double) logit / (1 << FixedPoint.LOGIT_BITS)).isCloseTo(2000 / 20.0 * 0.05 + 1, within(0.001));
    }

    @Test
    void shouldNotOverflowAtTheLargestSums() {
        int features = NgramScanner.MAX_FEATURES;
        long scale = Math.round(0.5 * (1 << FixedPoint.SCALE_BITS));

        int logit = FixedPoint.logit(-127 * features, features, scale, 0);

        double expected = -127 * Math.sqrt(features) * 0.5;
        assertThat((double) logit / (1 << FixedPoint.LOGIT_BITS)).isCloseTo(expected, within(1.0));
    }

    @Test
    void shouldBeCertainWhenOneLogitIsFarAhead() {
        assertThat(FixedPoint.probability(new int[] {50 << 16, 0, -5 << 16}, 3, 0, 0))
                .isEqualTo(Analysis.ONE);
        assertThat(FixedPoint.probability(new int[] {50 << 16, 0, -5 << 16}, 3, 0, 2))
                .isZero();
        assertThat(FixedPoint.probability(new int[] {7, 7}, 2, 0, 1)).isEqualTo(Analysis.ONE / 2);
    }
}
