package io.strowger.models.training;

/** Turns scores into probabilities, with the same bits on every machine. */
final class Softmax {
    private Softmax() {}

    /** Each score becomes its probability, in place. */
    static void normalize(float[] scores) {
        float largest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            largest = Math.max(largest, score);
        }
        float total = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = (float) Exponential.exp(scores[k] - largest);
            total += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= total;
        }
    }
}
