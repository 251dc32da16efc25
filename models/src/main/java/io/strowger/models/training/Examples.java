package io.strowger.models.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Training examples as features: the buckets of each text, its label's index and its weight. */
final class Examples {
    /** The label of a text to which no label applies. */
    static final int NO_LABEL = -1;

    private final List<Features> features = new ArrayList<>();
    private int[] labels = new int[1024];
    private float[] weights = new float[1024];

    /** Adds an example; a weight of 1 is an ordinary one. */
    void add(Features example, int label, float weight) {
        int index = features.size();
        if (index == labels.length) {
            labels = Arrays.copyOf(labels, 2 * index);
            weights = Arrays.copyOf(weights, 2 * index);
        }
        features.add(example);
        labels[index] = label;
        weights[index] = weight;
    }

    int size() {
        return features.size();
    }

    Features features(int index) {
        return features.get(index);
    }

    int label(int index) {
        return labels[index];
    }

    float weight(int index) {
        return weights[index];
    }
}
