package io.strowger.models.registry;

import io.strowger.models.linear.HeadSource;
import io.strowger.models.linear.ModelBuilder;
import io.strowger.models.linear.ModelNotes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Models with one head and weights that mean nothing. */
public final class SmallModels {
    private static final int BITS = 16;

    private SmallModels() {}

    /** Writes a model whose weights follow from the seed; returns its version. */
    public static String write(Path directory, String head, long seed, String... labels) throws IOException {
        return write(directory, head, seed, ModelNotes.NONE, labels);
    }

    static String write(Path directory, String head, long seed, ModelNotes notes, String... labels) throws IOException {
        byte[] weights = new byte[labels.length << BITS];
        new Random(seed).nextBytes(weights);
        return new ModelBuilder()
                .head(new HeadSource(head, List.of(labels), BITS, weights, 0.02, new float[labels.length], 1))
                .write(directory, notes);
    }
}
