package io.strowger.models.training;

import java.util.ArrayList;
import java.util.List;

/** Finds how much two models' logits should count so that held-out labels are the most likely, the temperature included. */
final class Mixture {
    private static final int STEPS = 20;

    private final List<double[]> first = new ArrayList<>();
    private final List<double[]> second = new ArrayList<>();
    private final List<Integer> gold = new ArrayList<>();

    /** Adds a held-out example. */
    void add(double[] firstLogits, double[] secondLogits, int label) {
        first.add(firstLogits.clone());
        second.add(secondLogits.clone());
        gold.add(label);
    }

    /**
     * What the logits count.
     *
     * @param accuracy the share of held-out examples that they get right
     */
    record Factors(double first, double second, double accuracy) {}

    Factors best() {
        Factors best = new Factors(1, 0, 0);
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= STEPS; step++) {
            double share = (double) step / STEPS;
            Calibration calibration = mixed(share);
            double temperature = calibration.temperature();
            double loss = calibration.loss(temperature);
            if (loss < least) {
                least = loss;
                best = new Factors((1 - share) / temperature, share / temperature, calibration.accuracy());
            }
        }
        return best;
    }

    private Calibration mixed(double share) {
        Calibration calibration = new Calibration();
        for (int i = 0; i < gold.size(); i++) {
            double[] logits = first.get(i).clone();
            for (int k = 0; k < logits.length; k++) {
                logits[k] = (1 - share) * logits[k] + share * second.get(i)[k];
            }
            calibration.add(logits, gold.get(i));
        }
        return calibration;
    }
}
