package io.strowger.models.training;

import java.io.IOException;

/** Trains the model of one task from a TSV file: the command {@code train}. */
public final class Training {
    private Training() {}

    /**
     * Trains, calibrates and writes a model.
     *
     * @throws io.strowger.models.data.LabelledDataException when a data file cannot be used; names file and line
     * @throws IOException when a file cannot be read or written
     * @throws UnsupportedOperationException for a tier or teacher that this build does not have
     */
    public static TrainingResult run(TrainingOptions options, TrainingProgress progress) throws IOException {
        throw new UnsupportedOperationException("training is not in this build");
    }
}
