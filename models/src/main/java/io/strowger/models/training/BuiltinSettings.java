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

    /** How often a greeting or another short word is shown to the language head. */
    static final int LANGUAGE_CUE_COPIES = 3;

    private BuiltinSettings() {}

    static SoftmaxSettings of(String head) {
        return switch (head) {
            case "sentiment" -> SoftmaxSettings.plain(BITS, 8, 0.1f, SEED);
            case "emotion" -> SoftmaxSettings.plain(BITS, 6, 0.15f, SEED);
            default -> SoftmaxSettings.plain(BITS, 12, 0.15f, SEED);
        };
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
