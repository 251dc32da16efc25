package io.strowger.models.deep;

import io.strowger.models.LabelClassifier;
import java.util.List;

/** Asks the inline classifier first, and the deep one only where the inline one is unsure. Belongs to one thread. */
public final class CascadeClassifier implements LabelClassifier {
    private final LabelClassifier inline;
    private final LabelClassifier deep;
    private final int below;
    private final int[] inlineLabels;
    private int confidence;
    private boolean askedDeep;

    /**
     * A cascade of two classifiers of one task.
     *
     * @param below the inline confidence in ten-thousandths below which the deep one is asked
     * @throws IllegalArgumentException when the two have other labels
     */
    public CascadeClassifier(LabelClassifier inline, LabelClassifier deep, int below) {
        this.inline = inline;
        this.deep = deep;
        this.below = below;
        inlineLabels = inline.labels().stream().mapToInt(deep.labels()::indexOf).toArray();
        for (int label : inlineLabels) {
            if (label < 0 || inlineLabels.length != deep.labels().size()) {
                throw new IllegalArgumentException(
                        "the inline and the deep part have other labels; train both from the same data");
            }
        }
    }

    @Override
    public List<String> labels() {
        return deep.labels();
    }

    @Override
    public int classify(byte[] text, int offset, int length) {
        int label = inlineLabels[inline.classify(text, offset, length)];
        confidence = inline.confidence();
        askedDeep = confidence < below;
        if (askedDeep) {
            label = deep.classify(text, offset, length);
            confidence = deep.confidence();
        }
        return label;
    }

    /** Whether the last text asked the deep classifier. */
    public boolean hasAskedDeep() {
        return askedDeep;
    }

    @Override
    public int confidence() {
        return confidence;
    }
}
