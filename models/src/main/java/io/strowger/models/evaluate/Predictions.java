package io.strowger.models.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a model answered to labelled rows, and the rates that follow. Cold code, one thread. */
final class Predictions {
    private static final int BINS = 15;
    private static final int MAX_CONFUSIONS = 20;

    private final List<String> gold = new ArrayList<>();
    private final List<String> predicted = new ArrayList<>();
    private final List<Double> confidences = new ArrayList<>();

    void add(String goldLabel, String predictedLabel, double confidence) {
        gold.add(goldLabel);
        predicted.add(predictedLabel);
        confidences.add(confidence);
    }

    double accuracy() {
        int right = 0;
        for (int i = 0; i < gold.size(); i++) {
            right += isRight(i) ? 1 : 0;
        }
        return (double) right / gold.size();
    }

    /** The mean over the gold labels of the harmonic mean of precision and recall. */
    double macroF1() {
        Map<String, Integer> ofGold = new TreeMap<>();
        Map<String, Integer> ofPredicted = new HashMap<>();
        Map<String, Integer> right = new HashMap<>();
        for (int i = 0; i < gold.size(); i++) {
            ofGold.merge(gold.get(i), 1, Integer::sum);
            ofPredicted.merge(predicted.get(i), 1, Integer::sum);
            right.merge(gold.get(i), isRight(i) ? 1 : 0, Integer::sum);
        }
        double sum = 0;
        for (Map.Entry<String, Integer> entry : ofGold.entrySet()) {
            String label = entry.getKey();
            sum += 2.0 * right.getOrDefault(label, 0) / (entry.getValue() + ofPredicted.getOrDefault(label, 0));
        }
        return sum / ofGold.size();
    }

    /** How far confidences are from the rates of right answers, over bins of equal width. */
    double expectedCalibrationError() {
        double[] difference = new double[BINS];
        for (int i = 0; i < gold.size(); i++) {
            int bin = Math.min(BINS - 1, (int) (confidences.get(i) * BINS));
            difference[bin] += confidences.get(i) - (isRight(i) ? 1 : 0);
        }
        double sum = 0;
        for (double bin : difference) {
            sum += Math.abs(bin);
        }
        return sum / gold.size();
    }

    /** The chance that a row's confidence is higher than that of a text out of scope, ties counting half. */
    double oosAuroc(List<Double> outOfScope) {
        if (outOfScope.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = new ArrayList<>(outOfScope);
        sorted.sort(Comparator.naturalOrder());
        double wins = 0;
        for (double confidence : confidences) {
            int below = countBelow(sorted, confidence);
            int upTo = countBelow(sorted, Math.nextUp(confidence));
            wins += below + 0.5 * (upTo - below);
        }
        return wins / ((double) confidences.size() * sorted.size());
    }

    List<Confusion> confusions() {
        record Pair(String gold, String predicted) {}
        Map<Pair, Integer> counts = new HashMap<>();
        for (int i = 0; i < gold.size(); i++) {
            if (!isRight(i)) {
                counts.merge(new Pair(gold.get(i), predicted.get(i)), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry ->
                        new Confusion(entry.getKey().gold(), entry.getKey().predicted(), entry.getValue()))
                .sorted(Comparator.comparingInt(Confusion::count)
                        .reversed()
                        .thenComparing(Confusion::gold)
                        .thenComparing(Confusion::predicted))
                .limit(MAX_CONFUSIONS)
                .toList();
    }

    /** Gold labels that are not among the model's. */
    List<String> unknownLabels(List<String> known) {
        TreeSet<String> unknown = new TreeSet<>(gold);
        known.forEach(unknown::remove);
        return List.copyOf(unknown);
    }

    int knownRows(List<String> known) {
        return (int) gold.stream().filter(known::contains).count();
    }

    private boolean isRight(int index) {
        return gold.get(index).equals(predicted.get(index));
    }

    private static int countBelow(List<Double> sorted, double limit) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle) < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
