package io.strowger.models.deep;

import io.strowger.models.Analysis;
import io.strowger.models.LabelClassifier;
import io.strowger.models.linear.TextClassifier;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers one task of a deep model. Holds scratch; belongs to the thread of its encoder. */
public final class DeepClassifier implements LabelClassifier {
    private final DeepHead head;
    private final TextEncoder encoder;
    private final TextClassifier words;
    private final double[] logits;
    private int confidence;

    /**
     * A classifier; the encoder stays the caller's.
     *
     * @throws IllegalArgumentException when the encoder's vectors have another length than the head was trained with
     */
    public DeepClassifier(DeepHead head, TextEncoder encoder) {
        if (encoder.dimensions() != head.dimensions()) {
            throw new IllegalArgumentException("head '" + head.task() + "' is for vectors of " + head.dimensions()
                    + " numbers, those of " + encoder.version() + " have " + encoder.dimensions());
        }
        this.head = head;
        this.encoder = encoder;
        words = head.words().classifier(head.task());
        logits = new double[head.labels().size()];
    }

    @Override
    public List<String> labels() {
        return head.labels();
    }

    /** {@inheritDoc} Takes milliseconds: the text is encoded. */
    @Override
    public int classify(byte[] text, int offset, int length) {
        return classify(text, offset, length, encoder.encode(new String(text, offset, length, StandardCharsets.UTF_8)));
    }

    /** As {@link #classify(byte[], int, int)}, of a text whose vector is known. */
    public int classify(byte[] text, int offset, int length, float[] vector) {
        head.vectorLogits(vector, logits);
        words.classify(text, offset, length);
        int best = 0;
        for (int k = 0; k < logits.length; k++) {
            logits[k] = logits[k] * head.vectorFactor() + words.logit(k) * head.wordsFactor();
            best = logits[k] > logits[best] ? k : best;
        }
        double total = 0;
        for (double logit : logits) {
            total += Math.exp(logit - logits[best]);
        }
        confidence = (int) Math.rint(Analysis.ONE / total);
        return best;
    }

    /** The probability of a label for the last text, a fraction. */
    public double probability(int label) {
        double total = 0;
        for (double logit : logits) {
            total += Math.exp(logit - logits[label]);
        }
        return 1 / total;
    }

    @Override
    public int confidence() {
        return confidence;
    }
}
