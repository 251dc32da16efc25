package io.strowger.models.linear;

import io.strowger.models.ModelFormatException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A directory that holds a model: a manifest, and the files that it names. A file's name has the hash of its content, so
 * that replacing the manifest, one atomic move, replaces the model; readers see the old model or the new one.
 */
public final class ModelDirectory {
    /** The file that names the others. */
    public static final String MANIFEST = "model.manifest";

    static final String FORMAT_KEY = "format";
    static final String FORMAT = "1";
    static final String INLINE_KEY = "inline";
    private static final String INLINE_PREFIX = "inline-";
    static final String SUFFIX = ".weights";
    private static final String CARD_KEY = "card";
    private static final String METRICS_KEY = "metrics";
    private static final String REFERENCE_KEY = "reference";
    private static final long MOST_BYTES = 256L << 20;
    private static final String HASHED_NAME = "[a-z]+-[0-9a-f]{16}\\.[a-z]+";

    private ModelDirectory() {}

    /**
     * Reads the inline model of a directory.
     *
     * @throws ModelFormatException when it is missing, damaged or newer than this build
     */
    public static LinearModel read(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new ModelFormatException(directory, "is not a model directory; 'train --out' makes one");
        }
        String manifest = manifestText(directory);
        try {
            return read(directory, manifest);
        } catch (ModelFormatException e) {
            String replacement = manifestText(directory);
            if (replacement.equals(manifest)) {
                throw e;
            }
            // Somebody replaced the model in the meantime.
            return read(directory, replacement);
        }
    }

    private static LinearModel read(Path directory, String manifest) throws IOException {
        Path weights = directory.resolve(weightsName(directory.resolve(MANIFEST).toString(), manifest));
        byte[] bytes = bytes(weights);
        String version = WeightsEnvelope.hash(bytes);
        LinearModel model = WeightsFormat.decode(weights.toString(), bytes, version);
        if (!version(weights.toString()).equals(version)) {
            throw new ModelFormatException(
                    weights, "has the content of version " + version + "; copy the whole directory again");
        }
        String reference = entries(manifest).get(REFERENCE_KEY);
        return reference == null ? model : model.withReferences(references(directory, reference));
    }

    private static List<HeadReference> references(Path directory, String name) throws IOException {
        if (!name.matches(HASHED_NAME)) {
            throw new ModelFormatException(directory.resolve(MANIFEST), "names '" + name + "', which is no reference");
        }
        Path file = directory.resolve(name);
        try {
            return ReferenceFormat.parse(new String(bytes(file), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException damaged) {
            throw new ModelFormatException(
                    file, damaged.getMessage() + ", so it is damaged or newer than this build; train the model again");
        }
    }

    /**
     * The files of a directory, each whole: the manifest first, then those that it names. Whatever else lies in the directory
     * is not part of the model.
     *
     * @throws ModelFormatException when one is missing, or has another content than its name says
     */
    public static List<Path> files(Path directory) throws IOException {
        Path manifest = directory.resolve(MANIFEST);
        List<Path> files = new ArrayList<>(List.of(manifest));
        for (String name : entries(manifestText(directory)).values()) {
            if (name.matches(HASHED_NAME)) {
                Path file = directory.resolve(name);
                String hash = name.substring(name.indexOf('-') + 1, name.indexOf('.'));
                if (!WeightsEnvelope.hash(bytes(file)).equals(hash)) {
                    throw new ModelFormatException(
                            file, "has another content than its name says; copy the whole directory again");
                }
                files.add(file);
            }
        }
        return files;
    }

    /**
     * A hash of the manifest, and so of all that it names.
     *
     * @throws ModelFormatException when the manifest is missing
     */
    public static String fingerprint(Path directory) throws IOException {
        return WeightsEnvelope.hash(manifestText(directory).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What is known of the model in a directory.
     *
     * @throws ModelFormatException when a file that the manifest names is missing or has another content than its name says
     */
    public static ModelNotes notes(Path directory) throws IOException {
        files(directory);
        Map<String, String> entries = entries(manifestText(directory));
        return new ModelNotes(note(directory, entries.get(CARD_KEY)), note(directory, entries.get(METRICS_KEY)));
    }

    private static String note(Path directory, @Nullable String name) throws IOException {
        if (name == null) {
            return "";
        }
        if (!name.matches(HASHED_NAME)) { // or it could name any file of the machine
            throw new ModelFormatException(
                    directory.resolve(MANIFEST),
                    "names '" + name + "', which is no name of a model's file; train it again");
        }
        return new String(bytes(directory.resolve(name)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ModelFormatException(
                        file, "has " + Files.size(file) + " bytes, more than any file of a model; copy it again");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new ModelFormatException(
                    file, "is missing, but the manifest names it; copy the whole directory again");
        }
    }

    private static String manifestText(Path directory) throws IOException {
        Path manifest = directory.resolve(MANIFEST);
        if (!Files.exists(manifest)) {
            throw new ModelFormatException(
                    manifest, "is missing, so this is not a model directory; 'train --out' makes one");
        }
        return new String(bytes(manifest), StandardCharsets.UTF_8);
    }

    /** The name of the references' file in a manifest's text; null when there is none. */
    static @Nullable String referenceName(String manifest) {
        return entries(manifest).get(REFERENCE_KEY);
    }

    /**
     * Writes a model; what was there before is replaced atomically. Parts of another tier stay.
     *
     * @return the version of the model
     */
    static String write(
            Path directory,
            @Nullable MessageWeights message,
            @Nullable LanguageWeights language,
            ModelNotes notes,
            String reference)
            throws IOException {
        byte[] bytes = WeightsFormat.encode(message, language);
        String version = WeightsEnvelope.hash(bytes);
        Files.createDirectories(directory);
        String name = INLINE_PREFIX + version + SUFFIX;
        replace(directory.resolve(name), bytes);
        Map<String, String> entries = existingEntries(directory.resolve(MANIFEST));
        entries.put(FORMAT_KEY, FORMAT);
        entries.put(INLINE_KEY, name);
        putNote(directory, CARD_KEY, ".md", notes.card(), entries);
        putNote(directory, METRICS_KEY, ".json", notes.metrics(), entries);
        entries.remove(ModelParts.CASCADE_KEY);
        putNote(directory, REFERENCE_KEY, ".txt", reference, entries);
        replace(directory.resolve(MANIFEST), text(entries).getBytes(StandardCharsets.UTF_8));
        removeOthers(directory, name, INLINE_PREFIX + "*" + SUFFIX);
        removeOthers(directory, entries.get(CARD_KEY), CARD_KEY + "-*.md");
        removeOthers(directory, entries.get(METRICS_KEY), METRICS_KEY + "-*.json");
        removeOthers(directory, entries.get(REFERENCE_KEY), REFERENCE_KEY + "-*.txt");
        return version;
    }

    private static void putNote(Path directory, String key, String suffix, String text, Map<String, String> entries)
            throws IOException {
        entries.remove(key);
        if (!text.isEmpty()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            String name = key + "-" + WeightsEnvelope.hash(bytes) + suffix;
            replace(directory.resolve(name), bytes);
            entries.put(key, name);
        }
    }

    /** The name of the weights file in a manifest's text. */
    static String weightsName(String manifestName, String manifest) throws ModelFormatException {
        Map<String, String> entries = entries(manifest);
        String format = entries.get(FORMAT_KEY);
        if (format == null) {
            throw new ModelFormatException(manifestName + " has no line 'format'; train the model again");
        }
        if (!format.equals(FORMAT)) {
            throw new ModelFormatException(manifestName + " has format " + format + ", this build reads format "
                    + FORMAT + "; update Strowger or train the model again");
        }
        String name = entries.get(INLINE_KEY);
        if (name == null) {
            throw new ModelFormatException(manifestName + " names no inline model; train one into this directory");
        }
        if (!name.matches("inline-[0-9a-f]+\\.weights")) {
            throw new ModelFormatException(manifestName + " names '" + name + "', which is no weights file");
        }
        return name;
    }

    /** The version in the name of a weights file. */
    static String version(String weightsName) {
        return weightsName.substring(
                weightsName.lastIndexOf(INLINE_PREFIX) + INLINE_PREFIX.length(),
                weightsName.length() - SUFFIX.length());
    }

    static Map<String, String> existingEntries(Path manifest) throws IOException {
        return Files.exists(manifest) ? entries(Files.readString(manifest)) : new LinkedHashMap<>();
    }

    static Map<String, String> entries(String manifest) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : manifest.lines().toList()) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                entries.put(line.substring(0, colon), line.substring(colon + 2).strip());
            }
        }
        return entries;
    }

    static String text(Map<String, String> entries) {
        StringBuilder text = new StringBuilder();
        entries.forEach(
                (key, value) -> text.append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }

    static void replace(Path file, byte[] bytes) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.write(temporary, bytes);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void removeOthers(Path directory, @Nullable String current, String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, glob)) {
            for (Path file : files) {
                if (!file.getFileName().toString().equals(current)) {
                    Files.delete(file);
                }
            }
        }
    }
}
