package io.strowger.models.evaluate;

import java.io.IOException;

/** Measures a model on a TSV file: the command {@code evaluate}. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * Loads the model, answers every row and measures.
     *
     * @throws io.strowger.models.data.LabelledDataException when a data file cannot be used; names file and line
     * @throws io.strowger.models.ModelFormatException when the model is missing, damaged or newer than this build
     * @throws IllegalArgumentException when the model lacks the tier that was asked for, or the built-in head is unknown
     */
    public static EvaluationResult run(EvaluationOptions options) throws IOException {
        throw new UnsupportedOperationException("evaluation is not in this build");
    }
}
