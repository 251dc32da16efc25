package io.strowger.models;

/**
 * What an analyzer found in one text: a label and a confidence a head, and a sentiment score. Mutable and reused, so that
 * analyzing allocates nothing; owned by one thread at a time.
 *
 * <p>A label is an index into {@link TextAnalyzer#labels(Head)}, or {@link #NONE}. Confidences are calibrated
 * probabilities in ten-thousandths (0 to {@link #ONE}); the sentiment score runs from -{@link #ONE} (as negative as can
 * be) to {@link #ONE}.
 */
public final class Analysis {
    /** The label of a head that was not asked or has no answer. */
    public static final int NONE = -1;

    /** A confidence of 100 %. */
    public static final int ONE = 10_000;

    private final int[] labels = new int[Head.count()];
    private final int[] confidences = new int[Head.count()];
    private int sentimentScore;

    public Analysis() {
        clear();
    }

    /** Forgets everything: no labels, no confidence, a neutral score. */
    public void clear() {
        for (int head = 0; head < labels.length; head++) {
            labels[head] = NONE;
            confidences[head] = 0;
        }
        sentimentScore = 0;
    }

    /** Sets a head's label index and its confidence in ten-thousandths. */
    public void set(Head head, int label, int confidence) {
        labels[head.code()] = label;
        confidences[head.code()] = confidence;
    }

    /** Sets the sentiment score, -{@link #ONE} to {@link #ONE}. */
    public void sentimentScore(int score) {
        sentimentScore = score;
    }

    /** The label index of a head, or {@link #NONE}. */
    public int label(Head head) {
        return labels[head.code()];
    }

    /** The calibrated confidence of a head's label in ten-thousandths. */
    public int confidence(Head head) {
        return confidences[head.code()];
    }

    /** The sentiment score in ten-thousandths, negative for negative texts. */
    public int sentimentScore() {
        return sentimentScore;
    }

    /** Takes over everything from another analysis. */
    public void copyFrom(Analysis other) {
        System.arraycopy(other.labels, 0, labels, 0, labels.length);
        System.arraycopy(other.confidences, 0, confidences, 0, confidences.length);
        sentimentScore = other.sentimentScore;
    }
}
