package io.strowger.models.training;

/**
 * What a softmax regression learned, before it is quantised.
 *
 * @param bits buckets are numbers of that many bits
 * @param outputs labels
 * @param weights bucket by bucket, {@code outputs} each
 * @param biases one a label
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, handed over
record SoftmaxWeights(int bits, int outputs, float[] weights, float[] biases) {
    /** Adds others to these weights, in place. */
    SoftmaxWeights plus(SoftmaxWeights others) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] += others.weights[i];
        }
        for (int k = 0; k < outputs; k++) {
            biases[k] += others.biases[k];
        }
        return this;
    }

    /** Multiplies these weights, in place. */
    SoftmaxWeights times(float factor) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factor;
        }
        for (int k = 0; k < outputs; k++) {
            biases[k] *= factor;
        }
        return this;
    }

    /** The logits of a text with these features. */
    void logits(int[] buckets, double[] logits) {
        double norm = buckets.length == 0 ? 0 : 1 / StrictMath.sqrt(buckets.length);
        for (int k = 0; k < outputs; k++) {
            logits[k] = 0;
        }
        for (int bucket : buckets) {
            for (int k = 0; k < outputs; k++) {
                logits[k] += weights[bucket * outputs + k];
            }
        }
        for (int k = 0; k < outputs; k++) {
            logits[k] = logits[k] * norm + biases[k];
        }
    }
}
