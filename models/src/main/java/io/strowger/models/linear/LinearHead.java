package io.strowger.models.linear;

import java.util.List;

/**
 * One question to a weight table: which of its outputs are the labels, and how their sums become calibrated logits.
 *
 * @param name the task, for example {@code intent}
 * @param labels the labels in the order of their indices
 * @param firstOutput the table's output of the first label; the others follow
 * @param scale what one unit of weight is worth, divided by the temperature, with {@link FixedPoint#SCALE_BITS}
 * @param biases what each label has without any feature, divided by the temperature, with {@link FixedPoint#LOGIT_BITS}
 */
@SuppressWarnings("ArrayRecordComponent") // read by the analyzer as they are
record LinearHead(String name, List<String> labels, int firstOutput, long scale, int[] biases) {
    LinearHead {
        labels = List.copyOf(labels);
        if (labels.size() != biases.length) {
            throw new IllegalArgumentException(
                    "head '" + name + "' has " + labels.size() + " labels and " + biases.length + " biases");
        }
    }

    /** Fills the logits of all labels and returns the index of the largest, the first on a tie. */
    int logits(int[] sums, int features, int[] logits) {
        int best = 0;
        for (int label = 0; label < biases.length; label++) {
            logits[label] = FixedPoint.logit(sums[firstOutput + label], features, scale, biases[label]);
            if (logits[label] > logits[best]) {
                best = label;
            }
        }
        return best;
    }

    int size() {
        return biases.length;
    }
}
