package io.strowger.models.registry;

import io.strowger.models.Head;
import io.strowger.models.ModelFormatException;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelDirectory;
import io.strowger.models.linear.ModelNotes;
import io.strowger.models.registry.RegistryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Model directories, each named by its version. A directory appears as a whole and never changes, so readers need no lock;
 * whoever adds or removes one waits for the others that do, of all processes.
 */
public final class ModelStore {
    /** The tasks that the engine asks for. */
    public static final List<String> HEADS = Arrays.stream(Head.values())
            .map(head -> head.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final String ENTRY = "entry.manifest";
    private static final String FINGERPRINT = "manifest";
    private static final String UNFINISHED = ".adding-";
    private static final String LOCK = "adding.lock";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String VERSION = "[0-9a-f]{16}";

    private final Path root;
    private final Checks checks = new Checks(ENTRY, FINGERPRINT);

    /** The store in a directory, which need not exist. */
    public ModelStore(Path root) {
        this.root = root;
    }

    /**
     * All models, the oldest first, those with damaged files included. The files of a model are read only when the store sees
     * it for the first time, and when the size or the time of one has changed.
     */
    public List<StoredModel> list() throws IOException {
        return beginningWith("");
    }

    private List<StoredModel> beginningWith(String begin) throws IOException {
        List<StoredModel> models = new ArrayList<>();
        for (Path directory : Durable.list(root)) {
            String name = directory.getFileName().toString();
            if (name.matches(VERSION) && name.startsWith(begin)) {
                models.add(entry(directory));
            }
        }
        models.sort(java.util.Comparator.comparing(StoredModel::added));
        return models;
    }

    /**
     * The model that a person means: by its version or the beginning of it.
     *
     * @throws RegistryException when there is none, or more than one
     */
    public StoredModel find(String begin) throws IOException, RegistryException {
        List<StoredModel> found = beginningWith(begin);
        if (begin.isEmpty() || found.isEmpty()) {
            throw new RegistryException(
                    Kind.UNKNOWN,
                    "there is no model '" + begin + "'; './strowger models list' shows those that there are");
        }
        if (found.size() > 1) {
            throw new RegistryException(
                    Kind.INVALID, "'" + begin + "' is the beginning of " + found.size() + " versions; say more of it");
        }
        return found.get(0);
    }

    /**
     * Reads a model, whole.
     *
     * @throws ModelFormatException when a file of it is missing, damaged, changed, or newer than this build
     */
    public LinearModel load(String version) throws IOException {
        Path directory = root.resolve(version);
        checks.verify(directory);
        LinearModel model = ModelDirectory.read(directory);
        if (!model.version().equals(version)) {
            throw new ModelFormatException(
                    directory.resolve(ModelDirectory.MANIFEST),
                    "names the model " + model.version() + ", not " + version + "; add the model again");
        }
        return model;
    }

    /** What is known of a model. */
    public ModelNotes notes(String version) throws IOException {
        return ModelDirectory.notes(root.resolve(version));
    }

    /**
     * Takes a copy of a model directory. Heads that the engine asks for and the model lacks come from the base; then the copy
     * is a model of its own, with its own version.
     *
     * @param base null for leaving them out
     * @param card replaces the card that the directory has; null for leaving it
     * @param organization the id of the organization whose own it is; empty for everybody's
     * @return the model, which may have been there before
     * @throws ModelFormatException when a file of it is missing, damaged, changed, or newer than this build
     * @throws RegistryException when it has no head that the engine asks for, or is there for somebody else already
     */
    public StoredModel add(
            Path directory, @Nullable LinearModel base, @Nullable String card, String organization, Instant now)
            throws IOException, RegistryException {
        List<Path> files = ModelDirectory.files(directory);
        LinearModel model = ModelDirectory.read(directory);
        List<String> own = HEADS.stream().filter(model.tasks()::contains).toList();
        if (own.isEmpty()) {
            throw new RegistryException(
                    Kind.INVALID,
                    directory + " has the heads " + model.tasks() + ", and the engine asks for " + HEADS
                            + " only; train it with one of these as --task");
        }
        Parts parts = new Parts(directory, files, model, own, base, card);
        RegistryLock lock = RegistryLock.take(root, LOCK, PATIENCE);
        try {
            removeUnfinished();
            Path made = Files.createDirectory(root.resolve(UNFINISHED + UUID.randomUUID()));
            List<String> origin = parts.write(made);
            LinearModel stored = ModelDirectory.read(made);
            Durable.write(
                    made.resolve(ENTRY),
                    entryText(stored, ModelDirectory.fingerprint(made), origin, organization, now));
            return publish(made, root.resolve(stored.version()), organization);
        } finally {
            removeUnfinished();
            lock.close();
        }
    }

    /** Whether there is a directory for a version. */
    public boolean has(String version) {
        return Files.isDirectory(root.resolve(version));
    }

    /**
     * Deletes a model.
     *
     * @throws RegistryException when there is none
     */
    public void remove(String version) throws IOException, RegistryException {
        RegistryLock lock = RegistryLock.take(root, LOCK, PATIENCE);
        try {
            Path gone = root.resolve(UNFINISHED + UUID.randomUUID());
            Files.move(find(version).directory(), gone, StandardCopyOption.ATOMIC_MOVE);
            Durable.delete(gone);
        } finally {
            lock.close();
        }
    }

    private StoredModel publish(Path made, Path directory, String organization) throws IOException, RegistryException {
        if (Files.exists(directory)) {
            StoredModel before = entry(directory);
            if (before.problem().isEmpty()) {
                return same(before, organization);
            }
            Files.move(directory, root.resolve(UNFINISHED + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE);
        }
        Durable.publish(made, directory);
        return entry(directory);
    }

    /** A version has one directory, and that one owner. */
    private static StoredModel same(StoredModel before, String organization) throws RegistryException {
        if (before.organization().equals(organization)) {
            return before;
        }
        throw new RegistryException(
                Kind.CONFLICT,
                "the model " + before.version() + " is there already, "
                        + (before.organization().isEmpty()
                                ? "for every organization; leave --own out, or remove it first with './strowger models remove "
                                        + before.version() + "'"
                                : "the organization " + before.organization()
                                        + "'s own; that organization has to remove it"
                                        + " before it can be added for others"));
    }

    private void removeUnfinished() throws IOException {
        for (Path directory : Durable.list(root)) {
            if (directory.getFileName().toString().startsWith(UNFINISHED)) {
                Durable.delete(directory);
            }
        }
    }

    private static String entryText(
            LinearModel model, String fingerprint, List<String> origin, String organization, Instant now) {
        StringBuilder text = new StringBuilder("format: 1\nadded: " + now + "\n");
        text.append(FINGERPRINT).append(": ").append(fingerprint).append('\n');
        if (!organization.isEmpty()) {
            text.append("organization: ").append(organization).append('\n');
        }
        for (String task : model.tasks()) {
            text.append("head-")
                    .append(task)
                    .append(": ")
                    .append(model.labels(task).size())
                    .append('\n');
        }
        for (int part = 0; part < origin.size(); part++) {
            text.append("origin-")
                    .append(part + 1)
                    .append(": ")
                    .append(origin.get(part))
                    .append('\n');
        }
        return text.toString();
    }

    private StoredModel entry(Path directory) {
        String version = directory.getFileName().toString();
        Map<String, Integer> heads = new LinkedHashMap<>();
        List<String> origin = new ArrayList<>();
        try {
            Map<String, String> lines = Lines.map(Files.readString(directory.resolve(ENTRY)));
            for (Map.Entry<String, String> line : lines.entrySet()) {
                if (line.getKey().startsWith("head-")) {
                    heads.put(line.getKey().substring(5), Integer.parseInt(line.getValue()));
                } else if (line.getKey().startsWith("origin-")) {
                    origin.add(line.getValue());
                }
            }
            return new StoredModel(
                    version,
                    directory,
                    heads,
                    origin,
                    lines.getOrDefault("added", ""),
                    lines.getOrDefault("organization", ""),
                    checks.problem(directory));
        } catch (IOException | NumberFormatException e) {
            return new StoredModel(
                    version, directory, heads, origin, "", "", directory.resolve(ENTRY) + " cannot be read");
        }
    }
}
