package io.strowger.models.linear;

import io.strowger.models.Analysis;
import io.strowger.models.text.NgramScanner;

/**
 * Integer arithmetic of the last step: from sums of 8-bit weights to calibrated probabilities. Logits have 16 fraction
 * bits. The tables come from {@link StrictMath}, so they are the same on every machine.
 */
final class FixedPoint {
    /** Fraction bits of a logit and a bias. */
    static final int LOGIT_BITS = 16;

    /** Fraction bits of a head's scale. */
    static final int SCALE_BITS = 24;

    private static final int ROOT_BITS = 24;
    private static final int EXP_STEP_BITS = 6;
    private static final int EXP_LIMIT = 20;
    private static final int EXP_BITS = 30;

    /** One over the square root of n. */
    private static final int[] ROOTS = new int[NgramScanner.MAX_FEATURES + 1];

    /** e to the power of -n / 64. */
    private static final int[] EXPONENTIALS = new int[EXP_LIMIT << EXP_STEP_BITS];

    static {
        for (int n = 1; n < ROOTS.length; n++) {
            ROOTS[n] = (int) StrictMath.rint((1 << ROOT_BITS) / StrictMath.sqrt(n));
        }
        for (int n = 0; n < EXPONENTIALS.length; n++) {
            EXPONENTIALS[n] =
                    (int) StrictMath.rint((1 << EXP_BITS) * StrictMath.exp(-(double) n / (1 << EXP_STEP_BITS)));
        }
    }

    private FixedPoint() {}

    /** The logit of a sum of weights: {@code sum / sqrt(features) * scale + bias}. */
    static int logit(int sum, int features, long scale, int bias) {
        long normalized = ((long) sum * ROOTS[features]) >> (ROOT_BITS - LOGIT_BITS);
        return (int) ((normalized * scale) >> SCALE_BITS) + bias;
    }

    /** The softmax probability of a label in ten-thousandths; {@code best} is the index of the largest logit. */
    static int probability(int[] logits, int count, int best, int label) {
        long total = 0;
        for (int k = 0; k < count; k++) {
            total += exponential(logits[best] - logits[k]);
        }
        long share = exponential(logits[best] - logits[label]);
        return (int) ((share * Analysis.ONE + (total >> 1)) / total);
    }

    /** e to the power of minus the difference, which is not negative; one of 2^31 and more, which only damaged weights have, is large. */
    private static int exponential(int difference) {
        int step = difference >>> (LOGIT_BITS - EXP_STEP_BITS);
        return step < EXPONENTIALS.length ? EXPONENTIALS[step] : 0;
    }
}
