package io.strowger.models.training;

import io.strowger.models.text.NgramScanner;
import java.util.Arrays;

/** The message features of training texts. */
final class MessageFeatures {
    private static final int UNUSED_BITS = 6;

    private final NgramScanner scanner;

    MessageFeatures(int bits) {
        scanner = new NgramScanner(bits, UNUSED_BITS);
    }

    int[] of(byte[] text) {
        scanner.scan(text, 0, text.length);
        return Arrays.copyOf(scanner.messageBuckets(), scanner.messageCount());
    }
}
