package io.strowger.models.evaluate;

import com.sun.management.ThreadMXBean;
import io.strowger.models.data.LabelledText;
import io.strowger.models.linear.TextClassifier;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * How fast one thread classifies, and what it allocates, after warming up.
 *
 * @param messagesPerSecond texts a second
 * @param bytesPerMessage heap bytes allocated a text
 */
record Speed(double messagesPerSecond, double bytesPerMessage) {
    private static final long WARM_UP_NANOS = 500_000_000;
    private static final long MEASURE_NANOS = 700_000_000;

    static Speed of(TextClassifier classifier, List<LabelledText> rows) {
        byte[][] texts = rows.stream().map(LabelledText::text).toArray(byte[][]::new);
        passes(classifier, texts, WARM_UP_NANOS);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();
        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        long messages = passes(classifier, texts, MEASURE_NANOS);
        long nanos = System.nanoTime() - start;
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;
        return new Speed(messages * 1e9 / nanos, (double) bytes / messages);
    }

    /** Whole passes over the texts for at least that long; returns the number of texts. */
    private static long passes(TextClassifier classifier, byte[][] texts, long nanos) {
        long start = System.nanoTime();
        long messages = 0;
        do {
            for (byte[] text : texts) {
                classifier.classify(text, 0, text.length);
            }
            messages += texts.length;
        } while (System.nanoTime() - start < nanos);
        return messages;
    }
}
