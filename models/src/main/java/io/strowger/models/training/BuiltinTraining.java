package io.strowger.models.training;

import java.io.IOException;
import java.nio.file.Path;

/** Makes all shipped weights again, byte-equal: the command {@code train --task builtin}. */
public final class BuiltinTraining {
    private BuiltinTraining() {}

    /**
     * Trains every head of the shipped model.
     *
     * @param ownText the folder with the project's own text, {@code models/data} in the repository
     * @param dataSets the folder with the public data sets, laid out as {@code <head>/<set>/{train,dev}.tsv}
     * @param out the model directory to write; {@code models/src/main/resources/io/strowger/models/builtin} ships it
     */
    public static TrainingResult run(Path ownText, Path dataSets, Path out, TrainingProgress progress)
            throws IOException {
        throw new UnsupportedOperationException("training is not in this build");
    }
}
