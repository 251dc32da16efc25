package io.strowger.models.linear;

import io.strowger.models.Analysis;
import java.util.List;

/**
 * How one head answered texts that it was not trained on. Kept with the model, so that its answers to other texts can be
 * compared.
 *
 * @param head the task
 * @param labels the labels in the order of their indices
 * @param labelCounts how often each was the answer
 * @param confidenceCounts how often the confidence was in each tenth, the lowest first
 * @param scopeConfidence in ten-thousandths: an answer with less counts as out of scope, as does the label {@code other}
 * @param outOfScope how many answers did
 */
public record HeadReference(
        String head,
        List<String> labels,
        List<Long> labelCounts,
        List<Long> confidenceCounts,
        int scopeConfidence,
        long outOfScope) {
    /** Tenths of the confidence. */
    public static final int TENTHS = 10;

    public HeadReference {
        labels = List.copyOf(labels);
        labelCounts = List.copyOf(labelCounts);
        confidenceCounts = List.copyOf(confidenceCounts);
        if (labels.size() != labelCounts.size() || confidenceCounts.size() != TENTHS) {
            throw new IllegalArgumentException("the counts of head '" + head + "' do not fit its labels");
        }
    }

    /** The tenth that a confidence in ten-thousandths is in. */
    public static int tenth(int confidence) {
        return Math.min(confidence * TENTHS / Analysis.ONE, TENTHS - 1);
    }

    /** How many texts there were. */
    public long texts() {
        return labelCounts.stream().mapToLong(Long::longValue).sum();
    }
}
