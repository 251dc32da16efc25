package io.strowger.models.evaluate;

import io.strowger.models.data.LabelledDataException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts with the entities in them: UTF-8, {@code label<TAB>expected<TAB>text} a line. {@code expected} has the pieces of the
 * text joined by {@code |}, or {@code NONE}; {@code *} stands for one somewhere. A file with the label {@code ANY} (a text
 * without any entity) is fully annotated: what a text's lines do not name is not there. In other files a line speaks for its
 * own label only.
 *
 * @param texts each text with what is expected, by label
 * @param isComplete whether the file is fully annotated
 */
record EntityFile(Map<String, Map<String, List<String>>> texts, boolean isComplete) {
    static final String ANY = "ANY";
    static final String SOMEWHERE = "*";
    private static final String NONE = "NONE";

    /**
     * Reads a file.
     *
     * @throws LabelledDataException when it is missing, empty, not UTF-8, or a line has not three parts
     */
    static EntityFile read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new LabelledDataException(file, LabelledDataException.WHOLE_FILE, "there is no such file");
        } catch (MalformedInputException broken) {
            throw new LabelledDataException(file, LabelledDataException.WHOLE_FILE, "is not UTF-8");
        }
        Map<String, Map<String, List<String>>> texts = new LinkedHashMap<>();
        boolean isComplete = false;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] parts = lines.get(i).split("\t", 3);
            if (parts.length < 3 || parts[0].isBlank() || parts[2].isBlank()) {
                throw new LabelledDataException(file, i + 1, "must be label<TAB>expected<TAB>text");
            }
            isComplete |= parts[0].equals(ANY);
            texts.computeIfAbsent(parts[2], text -> new LinkedHashMap<>())
                    .computeIfAbsent(parts[0], label -> new ArrayList<>())
                    .addAll(parts[1].equals(NONE) ? List.of() : List.of(parts[1].split("\\|")));
        }
        if (texts.isEmpty()) {
            throw new LabelledDataException(
                    file, LabelledDataException.WHOLE_FILE, "is empty; each line must be label<TAB>expected<TAB>text");
        }
        return new EntityFile(texts, isComplete);
    }
}
