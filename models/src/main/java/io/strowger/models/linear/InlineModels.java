package io.strowger.models.linear;

import io.strowger.models.TextAnalyzer;
import java.io.IOException;
import java.nio.file.Path;

/** Where inline analyzers come from: the shipped weights, or a model directory. */
public final class InlineModels {
    private InlineModels() {}

    /**
     * An analyzer with the shipped weights, read from class-path resources once and shared.
     *
     * @throws IllegalStateException when the resources are missing or damaged, that is, the build is broken
     */
    public static TextAnalyzer builtin() {
        throw new UnsupportedOperationException("the shipped weights are not in this build");
    }

    /**
     * An analyzer with the heads of a model directory; a head that it lacks answers {@link io.strowger.models.Analysis#NONE}.
     *
     * @throws io.strowger.models.ModelFormatException when the model is missing, damaged or newer than this build
     */
    public static TextAnalyzer load(Path directory) throws IOException {
        throw new UnsupportedOperationException("model directories are not in this build");
    }
}
