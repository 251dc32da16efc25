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

    /** How much a guessed label counts. */
    static final float GUESSED_WEIGHT = 0.5f;

    /** How much a copy without accents counts. */
    static final float PLAIN_WEIGHT = 0.5f;

    private static final int EPOCHS = 12;
    private static final float RATE = 0.15f;

    private BuiltinSettings() {}

    static SoftmaxSettings of(String head) {
        return new SoftmaxSettings(BITS, head.equals("emotion") ? EPOCHS / 2 : EPOCHS, RATE, 0, SEED);
    }
}
