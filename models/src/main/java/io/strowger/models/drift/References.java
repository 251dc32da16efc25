package io.strowger.models.drift;

import io.strowger.models.linear.HeadReference;
import io.strowger.models.linear.TextClassifier;
import java.util.Arrays;
import java.util.List;

/** Measures references. */
public final class References {
    /** One in so many of the reference's own answers counts as out of scope. */
    private static final int OUT_OF_SCOPE = 20;

    private References() {}

    /**
     * How a head answers texts. An answer counts as out of scope when it is less sure than all but a twentieth of these, or is
     * the label {@code other}.
     *
     * @param texts in UTF-8, one or more, none of which the head was trained on
     */
    public static HeadReference of(String head, TextClassifier classifier, List<byte[]> texts) {
        int[] labels = new int[texts.size()];
        int[] confidences = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = classifier.classify(texts.get(i), 0, texts.get(i).length);
            confidences[i] = classifier.confidence();
        }
        int[] sorted = confidences.clone();
        Arrays.sort(sorted);
        int scope = sorted[sorted.length / OUT_OF_SCOPE];
        int size = classifier.labels().size();
        HeadCounts counts = new HeadCounts(classifier.labels(), scope);
        for (int i = 0; i < labels.length; i++) {
            counts.count(labels[i], confidences[i]);
        }
        long[] sums = new long[HeadCounts.size(size)];
        counts.addTo(sums);
        List<Long> all = Arrays.stream(sums).boxed().toList();
        return new HeadReference(
                head,
                classifier.labels(),
                all.subList(0, size),
                all.subList(size, all.size() - 1),
                scope,
                sums[sums.length - 1]);
    }
}
