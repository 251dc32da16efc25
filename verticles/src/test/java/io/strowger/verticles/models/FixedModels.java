package io.strowger.verticles.models;

import io.strowger.models.linear.HeadSource;
import io.strowger.models.linear.ModelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Model directories whose intent head always says its first label. */
public final class FixedModels {
    private static final int BITS = 16;
    private static final float SURE = 8;

    private FixedModels() {}

    /** Writes one and returns its version. */
    public static String write(Path directory, String... labels) throws IOException {
        float[] biases = new float[labels.length];
        biases[0] = SURE;
        return new ModelBuilder()
                .head(new HeadSource("intent", List.of(labels), BITS, new byte[labels.length << BITS], 0.01, biases, 1))
                .write(directory);
    }
}
