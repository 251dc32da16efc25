package io.strowger.models.explain;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one head answered as it did. The weights of all evidence and {@link #bias} add up to the logarithm of the odds of the
 * label against the runner-up, but for rounding.
 *
 * @param head the task
 * @param answer the label and its calibrated confidence
 * @param runnerUp the label that came second; null when no other was weighed
 * @param score from -1 (negative) to 1 (positive); null for a head without these labels
 * @param bias what the label has ahead of the runner-up without any n-gram
 * @param evidence what had a weight, what spoke most for the label first; empty when the script alone decided
 * @param buckets how many numbers all n-grams of all texts share; 0 when no n-gram had a say
 */
public record HeadExplanation(
        String head,
        LabelShare answer,
        @Nullable LabelShare runnerUp,
        @Nullable Double score,
        double bias,
        List<Evidence> evidence,
        int buckets) {
    public HeadExplanation {
        evidence = List.copyOf(evidence);
    }

    /** What spoke for the label, the most first. */
    public List<Evidence> inFavour() {
        return evidence.stream().filter(piece -> piece.weight() > 0).toList();
    }

    /** What spoke against the label, the most first. */
    public List<Evidence> against() {
        return evidence.stream()
                .filter(piece -> piece.weight() < 0)
                .sorted(Comparator.comparingDouble(Evidence::weight))
                .toList();
    }

    /** Whether no n-gram had a say, because only one language that is known is written in the text's script. */
    public boolean isByScriptAlone() {
        return buckets == 0;
    }
}
