package io.strowger.models.evaluate;

import java.util.List;

/**
 * What was measured. Rates are fractions.
 *
 * @param rows examples in the data file
 * @param accuracy share of rows whose label was found
 * @param macroF1 mean F1 over the labels that occur in the data file
 * @param ece expected calibration error, 15 bins of equal width
 * @param oosAuroc how well the confidence separates the data file from the out-of-scope file; NaN without one
 * @param messagesPerSecond texts analyzed a second by one thread, after warming up
 * @param bytesPerMessage heap bytes allocated a text
 * @param deepShare share of rows that asked the deep tier
 * @param unknownLabels gold labels that the model lacks; their rows count as wrong
 * @param knownRows rows whose gold label the model has
 * @param confusions the most frequent mistakes, most frequent first, at most 20
 */
public record EvaluationResult(
        int rows,
        double accuracy,
        double macroF1,
        double ece,
        double oosAuroc,
        double messagesPerSecond,
        double bytesPerMessage,
        double deepShare,
        List<String> unknownLabels,
        int knownRows,
        List<Confusion> confusions) {
    /** True when no gold label is one of the model's: the wrong model for this file. */
    public boolean isEveryLabelUnknown() {
        return knownRows == 0;
    }

    /** The result as one line of JSON with the keys of the {@code evaluate} command; NaN is written as null. */
    public String toJson() {
        return EvaluationJson.of(this);
    }
}
