package io.strowger.models.drift;

import java.util.List;

/**
 * How far one head's answers are from the reference. Indices are NaN as long as they are not known.
 *
 * @param head the task
 * @param state what it comes to
 * @param drifted the indices that are too much, of {@link #LABELS}, {@link #CONFIDENCE}, {@link #OUT_OF_SCOPE}; none unless it drifted
 * @param labels the population stability index of the labels
 * @param confidence that of the confidences in tenths
 * @param outOfScope that of what is out of scope and what is not
 * @param outOfScopeShare the share of answers out of scope in the window, 0 to 1; NaN without reference or messages
 * @param messages answers in the window
 */
public record HeadDrift(
        String head,
        State state,
        List<String> drifted,
        double labels,
        double confidence,
        double outOfScope,
        double outOfScopeShare,
        long messages) {
    /** The index of the labels. */
    public static final String LABELS = "labels";

    /** The index of the confidences. */
    public static final String CONFIDENCE = "confidence";

    /** The index of what is out of scope. */
    public static final String OUT_OF_SCOPE = "out_of_scope";

    /** What drift comes to. */
    public enum State {
        /** The model has no reference for this head. */
        UNKNOWN,
        /** No window is full yet. */
        WAITING,
        /** All indices are within the threshold, or no more than chance makes them. */
        STEADY,
        /** An index is above the threshold and above what chance makes it. */
        DRIFTED
    }

    /** The largest index; NaN when none is known. */
    public double largest() {
        return Math.max(labels, Math.max(confidence, outOfScope));
    }
}
