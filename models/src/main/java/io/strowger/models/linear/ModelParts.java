package io.strowger.models.linear;

import io.strowger.models.ModelFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ModelDirectory} holds beside its inline weights: files that its manifest names by a key, replaced as
 * atomically, and the confidence below which the deep part is asked. That is measured on both parts, so replacing either forgets it.
 */
public final class ModelParts {
    /** The key of the deep part. */
    public static final String DEEP = "deep";

    static final String CASCADE_KEY = "cascade";

    private ModelParts() {}

    /**
     * The bytes of a part.
     *
     * @return null when the directory has a model without this part
     * @throws ModelFormatException when it is no model directory, or the part is missing or damaged
     */
    public static byte @Nullable [] read(Path directory, String part) throws IOException {
        Path file = file(directory, part);
        while (file != null) {
            try {
                byte[] bytes = Files.readAllBytes(file);
                if (!file.endsWith(name(part, bytes))) {
                    throw new ModelFormatException(
                            file, "has another content than its name says; copy the whole directory again");
                }
                return bytes;
            } catch (NoSuchFileException missing) {
                Path replacement = file(directory, part);
                if (file.equals(replacement)) {
                    throw new ModelFormatException(
                            file, "is missing, but the manifest names it; copy the whole directory again");
                }
                // Somebody replaced the part between the two reads.
                file = replacement;
            }
        }
        return null;
    }

    /**
     * Writes a part; the one that was there is replaced atomically, other parts stay.
     *
     * @return the hash of its content
     */
    public static String write(Path directory, String part, byte[] bytes) throws IOException {
        Files.createDirectories(directory);
        String name = name(part, bytes);
        ModelDirectory.replace(directory.resolve(name), bytes);
        Map<String, String> entries = ModelDirectory.existingEntries(directory.resolve(ModelDirectory.MANIFEST));
        entries.put(ModelDirectory.FORMAT_KEY, ModelDirectory.FORMAT);
        entries.put(part, name);
        entries.remove(CASCADE_KEY);
        writeManifest(directory, entries);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, part + "-*" + ModelDirectory.SUFFIX)) {
            for (Path file : files) {
                if (!file.endsWith(name)) {
                    Files.delete(file);
                }
            }
        }
        return WeightsEnvelope.hash(bytes);
    }

    /** Whether the directory has a model with that part. */
    public static boolean has(Path directory, String part) throws IOException {
        return ModelDirectory.existingEntries(directory.resolve(ModelDirectory.MANIFEST))
                .containsKey(part);
    }

    /** Whether the directory has a model with an inline part. */
    public static boolean hasInline(Path directory) throws IOException {
        return has(directory, ModelDirectory.INLINE_KEY);
    }

    /** The inline confidence in ten-thousandths below which the deep part is asked; -1 when it is not known. */
    public static int cascadeBelow(Path directory) throws IOException {
        String below = ModelDirectory.existingEntries(directory.resolve(ModelDirectory.MANIFEST))
                .get(CASCADE_KEY);
        try {
            return below == null ? -1 : Integer.parseInt(below);
        } catch (NumberFormatException malformed) {
            throw new ModelFormatException(
                    directory.resolve(ModelDirectory.MANIFEST),
                    "has the line '" + CASCADE_KEY + ": " + below
                            + "' where a number is wanted; train the model again");
        }
    }

    /** Keeps the confidence below which the deep part is asked, in ten-thousandths, with the parts that are there now. */
    public static void cascadeBelow(Path directory, int confidence) throws IOException {
        Map<String, String> entries = ModelDirectory.existingEntries(directory.resolve(ModelDirectory.MANIFEST));
        entries.put(CASCADE_KEY, Integer.toString(confidence));
        writeManifest(directory, entries);
    }

    private static void writeManifest(Path directory, Map<String, String> entries) throws IOException {
        ModelDirectory.replace(
                directory.resolve(ModelDirectory.MANIFEST),
                ModelDirectory.text(entries).getBytes(StandardCharsets.UTF_8));
    }

    private static String name(String part, byte[] bytes) {
        return part + "-" + WeightsEnvelope.hash(bytes) + ModelDirectory.SUFFIX;
    }

    private static @Nullable Path file(Path directory, String part) throws IOException {
        Path manifest = directory.resolve(ModelDirectory.MANIFEST);
        if (!Files.exists(manifest)) {
            throw new ModelFormatException(
                    manifest, "is missing, so this is not a model directory; 'train --out' makes one");
        }
        Map<String, String> entries = ModelDirectory.existingEntries(manifest);
        String format = String.valueOf(entries.get(ModelDirectory.FORMAT_KEY));
        if (!format.equals(ModelDirectory.FORMAT)) {
            throw new ModelFormatException(
                    manifest,
                    "has format " + format + ", this build reads format " + ModelDirectory.FORMAT
                            + "; update Strowger or train the model again");
        }
        String name = entries.get(part);
        if (name != null && !name.matches(part + "-[0-9a-f]+\\.weights")) {
            throw new ModelFormatException(manifest, "names '" + name + "', which is no weights file");
        }
        return name == null ? null : directory.resolve(name);
    }
}
