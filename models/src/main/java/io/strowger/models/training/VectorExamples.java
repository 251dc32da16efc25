package io.strowger.models.training;

import java.util.ArrayList;
import java.util.List;

/** Training examples as sentence vectors: each text's vector, its label's index and its weight. */
final class VectorExamples {
    private final List<float[]> vectors = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();

    /** Adds an example; {@link Examples#NO_LABEL} for a text to which no label applies. */
    void add(float[] vector, int label, float weight) {
        vectors.add(vector);
        labels.add(label);
        weights.add(weight);
    }

    int size() {
        return vectors.size();
    }

    float[] vector(int index) {
        return vectors.get(index);
    }

    int label(int index) {
        return labels.get(index);
    }

    float weight(int index) {
        return weights.get(index);
    }
}
