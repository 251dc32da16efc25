package io.strowger.models.training;

import java.util.ArrayList;
import java.util.List;

/** Training examples as features: the buckets of each text, its label's index and its weight. */
final class Examples {
    private final List<int[]> buckets = new ArrayList<>();
    private int[] labels = new int[1024];
    private float[] weights = new float[1024];

    /** Adds an example; a weight of 1 is an ordinary one. */
    void add(int[] features, int label, float weight) {
        int index = buckets.size();
        if (index == labels.length) {
            labels = java.util.Arrays.copyOf(labels, 2 * index);
            weights = java.util.Arrays.copyOf(weights, 2 * index);
        }
        buckets.add(features);
        labels[index] = label;
        weights[index] = weight;
    }

    int size() {
        return buckets.size();
    }

    int[] buckets(int index) {
        return buckets.get(index);
    }

    int label(int index) {
        return labels[index];
    }

    float weight(int index) {
        return weights[index];
    }
}
