package io.strowger.models.training;

import io.strowger.models.text.Script;

/** How the language head is trained: measured on the dev sets, see models/README.md. */
final class LanguageSettings {
    /** Buckets of the largest table are numbers of that many bits. */
    static final int BITS = 16;

    static final int PRUNED = 0;

    private static final int SMALL_BITS = 14;
    private static final int EPOCHS = 8;
    private static final float RATE = 0.2f;

    private LanguageSettings() {}

    static int bits(Script script) {
        return script == Script.LATIN ? BITS : SMALL_BITS;
    }

    static SoftmaxSettings of(Script script, long seed) {
        return SoftmaxSettings.plain(bits(script), EPOCHS, RATE, seed);
    }
}
