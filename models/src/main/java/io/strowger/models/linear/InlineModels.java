package io.strowger.models.linear;

import io.strowger.models.TextAnalyzer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where inline models come from: the shipped weights, or a model directory. Safe from any thread. */
public final class InlineModels {
    private static final String BUILTIN = "/io/strowger/models/builtin/";
    private static final String VECTORS = "/io/strowger/models/vectors/";

    private InlineModels() {}

    /**
     * An analyzer with the shipped weights, read from class-path resources once and shared.
     *
     * @throws UncheckedIOException when the resources are missing or damaged, that is, the build is broken
     */
    public static TextAnalyzer builtin() {
        return new InlineAnalyzer(builtinModel());
    }

    /** The shipped weights; otherwise as {@link #builtin()}. */
    public static LinearModel builtinModel() {
        return Builtin.MODEL;
    }

    /**
     * What trainings of other heads begin with: one head whose outputs are not labels but the numbers of a vector, alike for
     * texts that mean the like. Read anew at each call.
     *
     * @throws UncheckedIOException as {@link #builtin()}
     */
    public static LinearModel vectors() {
        return read(VECTORS);
    }

    /**
     * An analyzer with the heads of a model directory; a head that it lacks answers {@link io.strowger.models.Analysis#NONE}.
     *
     * @throws io.strowger.models.ModelFormatException when the model is missing, damaged or newer than this build
     */
    public static TextAnalyzer load(Path directory) throws IOException {
        return analyzer(ModelDirectory.read(directory));
    }

    /** An analyzer with the heads of a model. */
    public static TextAnalyzer analyzer(LinearModel model) {
        return new InlineAnalyzer(model);
    }

    /** A model in the form of a weights file, for others to keep. */
    public static byte[] encode(LinearModel model) throws IOException {
        return WeightsFormat.encode(model.message(), model.language());
    }

    /**
     * The model of a weights file's bytes.
     *
     * @param name what the bytes are called in messages
     * @throws io.strowger.models.ModelFormatException when they are damaged or newer than this build
     */
    public static LinearModel decode(String name, byte[] bytes) throws IOException {
        return WeightsFormat.decode(name, bytes, WeightsEnvelope.hash(bytes));
    }

    private static LinearModel read(String folder) {
        try {
            String manifest = new String(resource(folder + ModelDirectory.MANIFEST), StandardCharsets.UTF_8);
            String name = ModelDirectory.weightsName(folder + ModelDirectory.MANIFEST, manifest);
            // The checksum inside is enough here: hashing all bytes again would be a third of the start-up time.
            LinearModel model =
                    WeightsFormat.decode(folder + name, resource(folder + name), ModelDirectory.version(name));
            String reference = ModelDirectory.referenceName(manifest);
            return reference == null
                    ? model
                    : model.withReferences(
                            ReferenceFormat.parse(new String(resource(folder + reference), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException("the shipped weights cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = InlineModels.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("class-path resource " + name + " is missing");
            }
            return in.readAllBytes();
        }
    }

    /** Read on first use. */
    private static final class Builtin {
        static final LinearModel MODEL = read(BUILTIN);
    }
}
