package io.strowger.engine;

import io.strowger.models.TextAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Which model analyzes an organization's messages, or which two do.
 *
 * @param model analyzes them all, or those that the candidate does not
 * @param candidate analyzes a share of the conversations; null for none
 * @param candidateShare that share in ten-thousandths, 0 to {@link #ALL}. Which conversations are in it follows from their
 *     ids and the candidate's version alone, so a larger share has those of the smaller one among it
 */
public record ModelAssignment(TextAnalyzer model, @Nullable TextAnalyzer candidate, int candidateShare) {
    /** The share of all conversations. */
    public static final int ALL = 10_000;

    public ModelAssignment {
        if (candidateShare < 0 || candidateShare > ALL) {
            throw new IllegalArgumentException("a share in ten-thousandths is from 0 to " + ALL);
        }
    }

    /** One model for all messages. */
    public static ModelAssignment of(TextAnalyzer model) {
        return new ModelAssignment(model, null, 0);
    }
}
