package io.strowger.models.training;

/** How the shipped heads are trained: measured on the dev sets, see models/README.md. */
final class BuiltinSettings {
    /** Buckets are numbers of that many bits. */
    static final int BITS = 16;

    /** Quantised weights of this size or less are dropped: the file shrinks, the accuracy does not. */
    static final int PRUNED = 1;

    static final long SEED = TrainingOptions.DEFAULT_SEED;

    /** The set that the emotion head is calibrated on. */
    static final String EMOTION_SET = "emotion/goemotions-ekman";

    /** How much a copy without accents counts beside its original. */
    static final float PLAIN_WEIGHT = 0.5f;

    /** How much a cue counts: it is short, and true in every message. */
    static final float CUE_WEIGHT = 2;

    /** How much a remark counts: one of ours stands for thousands that people post. */
    static final float REMARK_WEIGHT = 8;

    /** How often a greeting or another short word is shown to the language head. */
    static final int LANGUAGE_CUE_COPIES = 3;

    private BuiltinSettings() {}

    static SoftmaxSettings of(String head) {
        return switch (head) {
            case "sentiment" -> new SoftmaxSettings(BITS, 8, 0.06f, 2, 0, 1, SEED);
            case "emotion" -> SoftmaxSettings.plain(BITS, 6, 0.15f, SEED);
            default -> SoftmaxSettings.plain(BITS, 12, 0.15f, SEED);
        };
    }

    /** How much rare labels count: {@link Examples#balanced(double)}. */
    static double rareLabels(String head) {
        // Most of our own messages are neutral; what people post about companies is not.
        return head.equals("sentiment") ? 0.9 : 0;
    }

    /**
     * What the temperature that our own text asks for is multiplied by: strangers' texts are further away from it than its parts
     * are from each other, and on every public set these heads are too sure of themselves.
     */
    static double strangersTemperature(String head) {
        return head.equals("sentiment") || head.equals("urgency") ? 1.1 : 1;
    }

    /** How much a message of our own counts beside a row of a public set: it is about what the product is for. */
    static float ownWeight(String head) {
        return switch (head) {
            case "intent" -> 2;
            case "sentiment" -> 3;
            default -> 1;
        };
    }
}
