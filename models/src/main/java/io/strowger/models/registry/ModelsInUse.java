package io.strowger.models.registry;

import io.strowger.models.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file that says which organization uses which models. Replaced as a whole, durably. */
public final class ModelsInUse {
    private static final String FORMAT = "1";

    private final Path root;
    private final Path file;

    /** The file in a registry's directory, which need not exist. */
    public ModelsInUse(Path root) {
        this.root = root;
        this.file = root.resolve("in-use.manifest");
    }

    /**
     * What every organization uses; those that are not there use {@link OrganizationModels#INITIAL}.
     *
     * @throws ModelFormatException when the file is damaged or newer than this build
     */
    public Map<String, OrganizationModels> read() throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException none) {
            return Map.of();
        }
        List<Map.Entry<String, String>> lines = Lines.of(text);
        if (lines.isEmpty() || !lines.get(0).equals(Map.entry("format", FORMAT))) {
            throw new ModelFormatException(
                    file,
                    "does not begin with 'format: " + FORMAT
                            + "': it is damaged or of a newer Strowger. Update Strowger,"
                            + " or remove the file: then every organization uses the default model again");
        }
        Map<String, OrganizationModels> models = new LinkedHashMap<>();
        String organization = null;
        for (Map.Entry<String, String> line : lines.subList(1, lines.size())) {
            if (line.getKey().equals("organization")) {
                organization = line.getValue();
                models.put(organization, OrganizationModels.INITIAL);
                continue;
            }
            OrganizationModels before = organization == null ? null : models.get(organization);
            OrganizationModels after = before == null ? null : with(before, line.getKey(), line.getValue());
            if (organization == null || after == null) {
                throw new ModelFormatException(
                        file,
                        "is damaged at the line '" + line.getKey() + ": " + line.getValue()
                                + "'; remove the file, then every organization uses the default model again");
            }
            models.put(organization, after);
        }
        return models;
    }

    /** What one organization uses. */
    public OrganizationModels of(String organization) throws IOException {
        return read().getOrDefault(organization, OrganizationModels.INITIAL);
    }

    /** Writes what one organization uses; durable when it returns. */
    public void put(String organization, OrganizationModels models) throws IOException {
        Map<String, OrganizationModels> all = new LinkedHashMap<>(read());
        all.put(organization, models);
        StringBuilder text = new StringBuilder("format: " + FORMAT + "\n");
        all.forEach((id, each) -> {
            text.append("organization: ").append(id).append('\n');
            text.append("history: ").append(String.join(" ", each.history())).append('\n');
            if (each.candidate() != null) {
                text.append("candidate: ").append(each.candidate()).append(' ');
                text.append(each.candidateShare()).append('\n');
            }
            if (each.shadow() != null) {
                text.append("shadow: ").append(each.shadow()).append('\n');
            }
        });
        Files.createDirectories(root);
        Durable.write(file, text.toString());
    }

    private static @Nullable OrganizationModels with(OrganizationModels before, String key, String value) {
        String[] words = value.split(" ");
        return switch (key) {
            case "history" ->
                new OrganizationModels(List.of(words), before.candidate(), before.candidateShare(), before.shadow());
            case "candidate" ->
                words.length == 2 && words[1].matches("\\d{1,5}")
                        ? before.split(words[0], Integer.parseInt(words[1]))
                        : null;
            case "shadow" -> before.shadow(value);
            default -> null;
        };
    }
}
