package io.strowger.models.evaluate;

import com.sun.management.ThreadMXBean;
import io.strowger.models.LabelClassifier;
import io.strowger.models.data.LabelledText;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How fast one thread classifies, and what it allocates, after warming up.
 *
 * @param messagesPerSecond texts a second in the best of three rounds
 * @param bytesPerMessage heap bytes allocated a text in the leanest of them
 */
record Speed(double messagesPerSecond, double bytesPerMessage) {
    private static final long WARM_UP_NANOS = 500_000_000;
    private static final long ROUND_NANOS = 250_000_000;
    private static final int ROUNDS = 3;

    /** On at most that many of the rows, evenly picked: a pass over them should not take long. */
    static Speed of(LabelClassifier classifier, List<LabelledText> rows, int atMost) {
        int step = (rows.size() + atMost - 1) / atMost;
        byte[][] texts = IntStream.range(0, rows.size())
                .filter(i -> i % step == 0)
                .mapToObj(i -> rows.get(i).text())
                .toArray(byte[][]::new);
        passes(classifier, texts, WARM_UP_NANOS);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double fastest = 0;
        // The first rounds may still see the JVM settle; what a text needs is what the leanest round needed.
        double leanest = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long bytesBefore = threads.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            long messages = passes(classifier, texts, ROUND_NANOS);
            long nanos = System.nanoTime() - start;
            long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;
            fastest = Math.max(fastest, messages * 1e9 / nanos);
            leanest = Math.min(leanest, (double) bytes / messages);
        }
        return new Speed(fastest, leanest);
    }

    /** Whole passes over the texts for at least that long; returns the number of texts. */
    private static long passes(LabelClassifier classifier, byte[][] texts, long nanos) {
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
