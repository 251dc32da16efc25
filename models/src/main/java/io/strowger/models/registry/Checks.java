package io.strowger.models.registry;

import io.strowger.models.ModelFormatException;
import io.strowger.models.linear.ModelDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is wrong with stored models. All files of a model are read when it is seen for the first time; afterwards only when
 * the size or the time of one has changed, because a model may have hundreds of megabytes. Safe from any thread; no lock is
 * held while reading.
 */
final class Checks {
    private final String entry;
    private final String fingerprint;
    private final Map<Path, Checked> checked = new ConcurrentHashMap<>();

    /**
     * @param entry the name of the file that the store adds to a model
     * @param fingerprint the key of the line there that has the manifest's hash
     */
    Checks(String entry, String fingerprint) {
        this.entry = entry;
        this.fingerprint = fingerprint;
    }

    /** What is wrong with a model's files, or empty. */
    String problem(Path directory) throws IOException {
        String stamp = stamp(directory);
        Checked before = checked.get(directory);
        if (before != null && before.stamp().equals(stamp)) {
            return before.problem();
        }
        String problem = "";
        try {
            verify(directory);
        } catch (ModelFormatException e) {
            problem = String.valueOf(e.getMessage());
        }
        checked.put(directory, new Checked(stamp, problem));
        return problem;
    }

    /**
     * Reads all files of a model.
     *
     * @throws ModelFormatException when one is missing, damaged or changed
     */
    void verify(Path directory) throws IOException {
        checked.remove(directory);
        if (!Files.isDirectory(directory)) {
            throw new ModelFormatException(directory, "is missing; add the model again");
        }
        ModelDirectory.files(directory);
        Path added = directory.resolve(entry);
        if (!Files.exists(added)) {
            throw new ModelFormatException(added, "is missing; add the model again");
        }
        String expected = Lines.map(Files.readString(added)).getOrDefault(fingerprint, "");
        if (!expected.equals(ModelDirectory.fingerprint(directory))) {
            throw new ModelFormatException(
                    directory.resolve(ModelDirectory.MANIFEST), "is not the one that was added; add the model again");
        }
    }

    private static String stamp(Path directory) throws IOException {
        StringBuilder stamp = new StringBuilder();
        for (Path file : Durable.list(directory)) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                stamp.append(file.getFileName())
                        .append(' ')
                        .append(attributes.size())
                        .append(' ')
                        .append(attributes.lastModifiedTime())
                        .append(' ')
                        .append(attributes.fileKey())
                        .append('\n');
            } catch (NoSuchFileException gone) {
                // Then it is not there, and the stamp is another one.
            }
        }
        return stamp.toString();
    }

    /** What was found, and of which files. */
    private record Checked(String stamp, String problem) {}
}
