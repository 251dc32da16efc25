package io.strowger.models.training;

import java.util.List;

/** How the command {@code train} trains a head: measured on splits of the train parts of the sets, see models/README.md. */
final class HeadSettings {
    /** How much a text out of scope counts beside one with a label. */
    static final float OUT_OF_SCOPE_WEIGHT = 1;

    // Between all texts counting the same (0) and all labels counting the same (1).
    private static final double RARE_LABELS = 0.3;

    private static final float WHOLE_WORDS = 2.5f;

    private HeadSettings() {}

    /** Ways to train of which the held-out texts choose one. */
    static List<SoftmaxSettings> choices(int bits, long seed) {
        return List.of(manyClearLabels(bits, seed), fewNoisyLabels(bits, seed));
    }

    /** The same where a teacher adds texts: with more to learn from, more passes pay. */
    static List<SoftmaxSettings> taughtChoices(int bits, long seed) {
        return List.of(new SoftmaxSettings(bits, 25, 0.2f, WHOLE_WORDS, 0.5f, 3, seed), fewNoisyLabels(bits, seed));
    }

    private static SoftmaxSettings manyClearLabels(int bits, long seed) {
        return new SoftmaxSettings(bits, 15, 0.2f, WHOLE_WORDS, 0.5f, 3, seed);
    }

    private static SoftmaxSettings fewNoisyLabels(int bits, long seed) {
        return new SoftmaxSettings(bits, 12, 0.06f, WHOLE_WORDS, 0, 1, seed);
    }

    /** How much a text counts whose label is that many times as frequent as the average label. */
    static float weight(double share) {
        return (float) StrictMath.pow(share, -RARE_LABELS);
    }
}
