package io.strowger.models.explain;

import io.strowger.models.Analysis;
import io.strowger.models.linear.HeadWeights;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.TextClassifier;
import io.strowger.models.text.FeatureTrace;
import io.strowger.models.text.FeatureTrace.Feature;
import io.strowger.models.text.NgramScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Explains what an inline model answers. The answers are those of the model's own classifiers; the reasons are the same
 * features and the same weights, looked at one by one. Holds scratch; belongs to one thread.
 */
public final class Explainer {
    private static final String NEGATIVE = "negative";
    private static final String POSITIVE = "positive";

    private final LinearModel model;
    private final NgramScanner scanner;
    private final FeatureTrace trace = new FeatureTrace();
    private final Map<String, TextClassifier> classifiers = new LinkedHashMap<>();

    /**
     * An explainer of some heads.
     *
     * @throws IllegalArgumentException when the model lacks one of them
     */
    public Explainer(LinearModel model, List<String> tasks) {
        this.model = model;
        scanner = model.scanner();
        tasks.forEach(task -> classifiers.put(task, model.classifier(task)));
    }

    /** Explains the answers of the heads to a text in UTF-8. */
    public Explanation explain(byte[] text) {
        scanner.scan(text, 0, text.length, trace);
        List<HeadExplanation> heads = new ArrayList<>();
        classifiers.forEach((task, classifier) -> heads.add(explain(task, classifier, text)));
        return new Explanation(
                model.version(), scanner.dominantScript(), Math.min(text.length, NgramScanner.MAX_BYTES), heads);
    }

    private HeadExplanation explain(String task, TextClassifier classifier, byte[] text) {
        int label = classifier.classify(text, 0, text.length);
        LabelShare answer = share(classifier, label);
        HeadWeights weights = model.weights(task, scanner.dominantScript());
        if (weights == null) {
            return new HeadExplanation(task, answer, null, null, 0, List.of(), 0);
        }
        boolean isLanguage = task.equals(LinearModel.LANGUAGE_TASK);
        Map<Integer, List<Feature>> features =
                byBucket(isLanguage ? trace.language() : trace.message(), classifier.buckets());
        int best = weights.labels().indexOf(answer.label());
        int second = runnerUp(weights, features, best);
        if (second < 0) {
            return new HeadExplanation(task, answer, null, score(classifier), 0, List.of(), weights.buckets());
        }
        LabelShare runnerUp =
                share(classifier, classifier.labels().indexOf(weights.labels().get(second)));
        return new HeadExplanation(
                task,
                answer,
                runnerUp,
                isLanguage ? null : score(classifier),
                weights.bias(best) - weights.bias(second),
                evidence(weights, features, best, second),
                weights.buckets());
    }

    private static LabelShare share(TextClassifier classifier, int label) {
        return new LabelShare(classifier.labels().get(label), (double) classifier.probability(label) / Analysis.ONE);
    }

    private static @Nullable Double score(TextClassifier classifier) {
        int negative = classifier.labels().indexOf(NEGATIVE);
        int positive = classifier.labels().indexOf(POSITIVE);
        return negative < 0 || positive < 0
                ? null
                : (double) (classifier.probability(positive) - classifier.probability(negative)) / Analysis.ONE;
    }

    /** Each bucket that the answer is made of counts once, whatever is in it. */
    private static Map<Integer, List<Feature>> byBucket(List<Feature> features, int[] read) {
        Map<Integer, List<Feature>> buckets = new LinkedHashMap<>();
        for (int bucket : read) {
            buckets.put(bucket, new ArrayList<>());
        }
        for (Feature feature : features) {
            List<Feature> pieces = buckets.get(feature.bucket());
            if (pieces != null) {
                pieces.add(feature);
            }
        }
        return buckets;
    }

    /** The label with the second highest logit, or -1 when there is one label only. */
    private static int runnerUp(HeadWeights weights, Map<Integer, List<Feature>> features, int best) {
        int second = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < weights.labels().size(); label++) {
            double logit = weights.bias(label);
            for (int bucket : features.keySet()) {
                logit += weights.weight(bucket, label) / Math.sqrt(features.size());
            }
            if (label != best && logit > highest) {
                highest = logit;
                second = label;
            }
        }
        return second;
    }

    private static List<Evidence> evidence(
            HeadWeights weights, Map<Integer, List<Feature>> features, int best, int second) {
        List<Evidence> evidence = new ArrayList<>();
        features.forEach((bucket, pieces) -> {
            double weight =
                    (weights.weight(bucket, best) - weights.weight(bucket, second)) / Math.sqrt(features.size());
            if (weight != 0) {
                Feature first = pieces.get(0);
                evidence.add(new Evidence(
                        first.kind(),
                        first.text(),
                        first.startByte(),
                        first.endByte(),
                        bucket,
                        weight,
                        others(first, pieces)));
            }
        });
        evidence.sort(Comparator.comparingDouble(Evidence::weight).reversed());
        return evidence;
    }

    /** Pieces that read otherwise and have the same number all the same. */
    private static List<String> others(Feature first, List<Feature> pieces) {
        return pieces.stream()
                .filter(piece -> piece.kind() != first.kind() || !piece.read().equals(first.read()))
                .map(Feature::text)
                .distinct()
                .toList();
    }
}
