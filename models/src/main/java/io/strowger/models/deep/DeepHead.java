package io.strowger.models.deep;

import io.strowger.models.linear.LinearModel;
import java.util.List;

/**
 * One task of a deep model: a softmax regression on the sentence vector, mixed with one on the words' n-grams, which
 * knows names and numbers that the vector blurs. Immutable and shared.
 *
 * @param task what it answers
 * @param labels in the order of their indices
 * @param weights of the vector: for each of its numbers one weight a label
 * @param biases one a label
 * @param vectorFactor what the vector's logits count, the calibration's temperature included
 * @param words a model with this task and these labels
 * @param wordsFactor what its logits count
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record DeepHead(
        String task,
        List<String> labels,
        float[] weights,
        float[] biases,
        double vectorFactor,
        LinearModel words,
        double wordsFactor) {
    public DeepHead {
        labels = List.copyOf(labels);
        if (biases.length != labels.size()
                || weights.length % labels.size() != 0
                || !words.labels(task).equals(labels)) {
            throw new IllegalArgumentException("the weights of head '" + task + "' do not fit its labels");
        }
    }

    /** The length of the vectors that it is for. */
    public int dimensions() {
        return weights.length / labels.size();
    }

    /** The vector's own logits. */
    public void vectorLogits(float[] vector, double[] logits) {
        for (int k = 0; k < biases.length; k++) {
            logits[k] = biases[k];
        }
        for (int i = 0; i < vector.length; i++) {
            for (int k = 0; k < biases.length; k++) {
                logits[k] += vector[i] * weights[i * biases.length + k];
            }
        }
    }
}
