package io.strowger.models.training;

import io.strowger.models.text.NgramScanner;

/** The message features of training texts. */
final class MessageFeatures {
    private static final int UNUSED_BITS = 6;

    private final NgramScanner scanner;
    private final boolean[] whole = new boolean[NgramScanner.MAX_FEATURES];

    MessageFeatures(int bits) {
        scanner = new NgramScanner(bits, UNUSED_BITS);
    }

    /** The features, those of whole words and pairs told from the others. */
    Features of(byte[] text) {
        scanner.scan(text, 0, text.length);
        scanner.markWholeWords(whole);
        return Features.of(scanner.messageBuckets(), scanner.messageCount(), whole);
    }
}
