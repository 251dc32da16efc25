package io.strowger.models.training;

import java.util.ArrayList;
import java.util.List;

/** Finds the temperature by which logits must be divided so that confidences are as often right as they say. */
final class Calibration {
    private static final double COLDEST = 0.1;
    private static final double HOTTEST = 10;
    private static final int STEPS = 60;

    private final List<double[]> logits = new ArrayList<>();
    private final List<Integer> gold = new ArrayList<>();

    /** Adds a held-out example. */
    void add(double[] exampleLogits, int label) {
        logits.add(exampleLogits.clone());
        gold.add(label);
    }

    int size() {
        return logits.size();
    }

    /** The share of examples whose largest logit is the gold label's. */
    double accuracy() {
        int right = 0;
        for (int i = 0; i < logits.size(); i++) {
            double[] row = logits.get(i);
            int best = 0;
            for (int k = 1; k < row.length; k++) {
                best = row[k] > row[best] ? k : best;
            }
            right += best == gold.get(i) ? 1 : 0;
        }
        return logits.isEmpty() ? 0 : (double) right / logits.size();
    }

    /** The temperature with the highest likelihood of the gold labels; 1 without examples. */
    double temperature() {
        if (logits.isEmpty()) {
            return 1;
        }
        // The loss is convex in the inverse temperature.
        double low = 1 / HOTTEST;
        double high = 1 / COLDEST;
        for (int step = 0; step < STEPS; step++) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            if (lossAtInverse(left) <= lossAtInverse(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return 2 / (low + high);
    }

    /** The mean loss at that temperature; infinite without examples. */
    double loss(double temperature) {
        return logits.isEmpty() ? Double.POSITIVE_INFINITY : lossAtInverse(1 / temperature) / logits.size();
    }

    private double lossAtInverse(double inverse) {
        double loss = 0;
        for (int i = 0; i < logits.size(); i++) {
            double[] row = logits.get(i);
            double largest = Double.NEGATIVE_INFINITY;
            for (double logit : row) {
                largest = Math.max(largest, logit * inverse);
            }
            double total = 0;
            for (double logit : row) {
                total += Exponential.exp(logit * inverse - largest);
            }
            loss += StrictMath.log(total) + largest - row[gold.get(i)] * inverse;
        }
        return loss;
    }
}
