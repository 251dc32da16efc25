package io.strowger.verticles.config;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.verticles.config.Node.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An organization in a directory: every {@code .yaml}, {@code .yml} and {@code .json} file of it holds some of the
 * document's top-level keys, each key in one file only. One file with all of them is fine as well.
 */
public final class OrganizationFiles {
    private OrganizationFiles() {}

    /**
     * The configuration in a directory, or in a single file.
     *
     * @throws ConfigException with everything that is wrong in the files' form, each with file, line and column
     */
    public static OrganizationConfiguration read(Path directory) {
        return document(directory).configuration();
    }

    /** The same with the places of its values. */
    public static OrganizationDocument document(Path directory) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : files(directory)) {
            String text = TextFiles.read(file);
            texts.put(file.toString(), text);
            Node root = file.toString().endsWith(".json")
                    ? NodeReader.json(text, file.toString())
                    : NodeReader.yaml(text, file.toString());
            if (root instanceof Mapping mapping) {
                merge(mapping, entries, keys);
            } else if (root != null) {
                throw new ConfigException(new ConfigProblem(
                        root.place().toString(), "", "the file is " + root.kind() + "; keys and values are expected"));
            }
        }
        Mapping merged = new Mapping(new Place(directory.toString(), 1, 1), entries, keys);
        return OrganizationDocument.of(merged, directory.toString(), texts);
    }

    private static void merge(Mapping mapping, Map<String, Node> entries, Map<String, Place> keys) {
        mapping.entries().forEach((key, node) -> {
            Place place = mapping.keyPlace(key);
            Place earlier = keys.get(key);
            if (earlier != null) {
                throw new ConfigException(
                        new ConfigProblem(place.toString(), key, "it is given in another file as well, at " + earlier));
            }
            entries.put(key, node);
            keys.put(key, place);
        });
    }

    private static List<Path> files(Path directory) {
        if (Files.isRegularFile(directory)) {
            return List.of(directory);
        }
        if (!Files.isDirectory(directory)) {
            throw problem(
                    directory,
                    Files.exists(directory)
                            ? "it is neither a file nor a directory; an organization is a directory of .yaml files, or one"
                            : "there is no such directory or file");
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(directory)) {
            all.filter(OrganizationFiles::isDocument).sorted().forEach(files::add);
        } catch (IOException e) {
            throw problem(directory, "the directory can't be read (" + e.getMessage() + ")");
        }
        if (files.isEmpty()) {
            throw problem(directory, "the directory has no .yaml, .yml or .json file");
        }
        return files;
    }

    private static boolean isDocument(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }

    private static ConfigException problem(Path directory, String message) {
        return new ConfigException(new ConfigProblem(directory.toString(), "", message));
    }
}
