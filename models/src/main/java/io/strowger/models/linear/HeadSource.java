package io.strowger.models.linear;

import java.util.List;

/**
 * Trained weights of one head on their way into a model.
 *
 * @param name the task
 * @param labels the labels in the order of their outputs
 * @param bits buckets are numbers of that many bits
 * @param weights bucket by bucket, one 8-bit weight a label
 * @param step what one unit of weight is worth
 * @param biases one a label
 * @param temperature what logits are divided by, to be calibrated probabilities after the softmax
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, handed over
public record HeadSource(
        String name, List<String> labels, int bits, byte[] weights, double step, float[] biases, double temperature) {
    public HeadSource {
        labels = List.copyOf(labels);
        if (weights.length != labels.size() << bits || biases.length != labels.size()) {
            throw new IllegalArgumentException("the weights of head '" + name + "' do not fit its labels");
        }
    }

    /** The same weights with another temperature. */
    public HeadSource withTemperature(double other) {
        return new HeadSource(name, labels, bits, weights, step, biases, other);
    }

    /** The calibrated weights of a head that is in a table, as those of a temperature of 1. */
    static HeadSource of(LinearHead head, WeightTable table) {
        int outputs = head.size();
        byte[] weights = new byte[outputs << table.bits()];
        for (int bucket = 0; bucket < table.buckets(); bucket++) {
            for (int k = 0; k < outputs; k++) {
                weights[bucket * outputs + k] = table.weight(bucket, head.firstOutput() + k);
            }
        }
        float[] biases = new float[outputs];
        for (int k = 0; k < outputs; k++) {
            biases[k] = (float) head.biases()[k] / (1 << FixedPoint.LOGIT_BITS);
        }
        double step = (double) head.scale() / (1L << FixedPoint.SCALE_BITS);
        return new HeadSource(head.name(), head.labels(), table.bits(), weights, step, biases, 1);
    }

    /** The head of a table in which this head's outputs begin at {@code firstOutput}. */
    LinearHead head(int firstOutput) {
        long scale = Math.round(step / temperature * (1L << FixedPoint.SCALE_BITS));
        int[] fixed = new int[biases.length];
        for (int k = 0; k < fixed.length; k++) {
            fixed[k] = (int) Math.round(biases[k] / temperature * (1 << FixedPoint.LOGIT_BITS));
        }
        return new LinearHead(name, labels, firstOutput, scale, fixed);
    }

    /** Copies the weights into a table in which this head's outputs begin at {@code firstOutput}. */
    void fill(WeightTable table, int firstOutput) {
        int outputs = labels.size();
        for (int bucket = 0; bucket < 1 << bits; bucket++) {
            for (int k = 0; k < outputs; k++) {
                table.weight(bucket, firstOutput + k, weights[bucket * outputs + k]);
            }
        }
    }
}
