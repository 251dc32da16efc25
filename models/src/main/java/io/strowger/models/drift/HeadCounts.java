package io.strowger.models.drift;

import io.strowger.models.Analysis;
import io.strowger.models.linear.HeadReference;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;

/**
 * How often a head gave each answer. One thread counts, any other may read; a reader sees each count as it was a moment ago.
 * Allocates nothing after construction.
 */
final class HeadCounts {
    /** The label by which a head itself says that a text is out of scope. */
    private static final String OUT_OF_SCOPE_LABEL = "other";

    private static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(long[].class);

    // First the labels, then the tenths of the confidence, then what is out of scope.
    private final long[] counts;
    private final int labels;
    private final int outOfScopeLabel;
    private final int scopeConfidence;

    /** @param scopeConfidence in ten-thousandths: less counts as out of scope */
    HeadCounts(List<String> labels, int scopeConfidence) {
        this.labels = labels.size();
        this.outOfScopeLabel = labels.indexOf(OUT_OF_SCOPE_LABEL);
        this.scopeConfidence = scopeConfidence;
        counts = new long[size(labels.size())];
    }

    /** How many counts a head with so many labels has. */
    static int size(int labels) {
        return labels + HeadReference.TENTHS + 1;
    }

    /** Counts an answer; {@link Analysis#NONE} does not count. */
    void count(int label, int confidence) {
        if (label < 0 || label >= labels) {
            return;
        }
        increment(label);
        increment(labels + HeadReference.tenth(confidence));
        if (confidence < scopeConfidence || label == outOfScopeLabel) {
            increment(counts.length - 1);
        }
    }

    /** Adds what was counted to sums in the order labels, tenths, out of scope. */
    void addTo(long[] sums) {
        for (int i = 0; i < counts.length; i++) {
            sums[i] += at(i);
        }
    }

    /** One count, by its index in that order. */
    long at(int index) {
        return (long) COUNTS.getOpaque(counts, index);
    }

    private void increment(int index) {
        COUNTS.setOpaque(counts, index, counts[index] + 1);
    }
}
