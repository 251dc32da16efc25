package io.strowger.models.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Training examples as features: the buckets of each text, its label's index and its weight. */
final class Examples {
    /** The label of a text to which no label applies. */
    static final int NO_LABEL = -1;

    private final List<Features> features = new ArrayList<>();
    private final Map<Integer, float[]> taught = new HashMap<>();
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

    /** Adds an example of which a teacher says how likely each label is. */
    void addTaught(Features example, float[] probabilities, float weight) {
        taught.put(size(), probabilities);
        add(example, NO_LABEL, weight);
    }

    /** Adds an example of others. */
    void addFrom(Examples others, int index) {
        float[] probabilities = others.taught(index);
        if (probabilities == null) {
            add(others.features(index), others.label(index), others.weight(index));
        } else {
            addTaught(others.features(index), probabilities, others.weight(index));
        }
    }

    /** These examples and others behind them. */
    Examples with(Examples others) {
        Examples all = new Examples();
        for (int i = 0; i < size(); i++) {
            all.addFrom(this, i);
        }
        for (int i = 0; i < others.size(); i++) {
            all.addFrom(others, i);
        }
        return all;
    }

    /**
     * The same examples, rare labels counting more.
     *
     * @param power 0 leaves all as it is, with 1 all labels count the same
     */
    Examples balanced(double power) {
        double[] counts = new double[1 + Arrays.stream(labels, 0, size()).max().orElse(0)];
        double all = 0;
        for (int i = 0; i < size(); i++) {
            if (labels[i] != NO_LABEL) {
                counts[labels[i]] += weights[i];
                all += weights[i];
            }
        }
        Examples balanced = new Examples();
        for (int i = 0; i < size(); i++) {
            double share = labels[i] == NO_LABEL ? 1 : counts[labels[i]] * counts.length / all;
            balanced.addFrom(this, i);
            balanced.weights[i] *= (float) StrictMath.pow(share, -power);
        }
        return balanced;
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

    /** What a teacher said of an example; null where there was none. */
    float @Nullable [] taught(int index) {
        return taught.get(index);
    }

    float weight(int index) {
        return weights[index];
    }
}
