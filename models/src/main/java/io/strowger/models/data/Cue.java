package io.strowger.models.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A few words that decide a head by themselves, from the project's own list: what a lexicon would hold, taught as training
 * examples, so that no lexicon is needed.
 *
 * @param head the head that the words decide
 * @param text UTF-8, owned by the cue: nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Cue(String head, String label, byte[] text) {
    /**
     * Reads a file of {@code head<TAB>label<TAB>words} lines.
     *
     * @throws LabelledDataException when the file cannot be used; names file and line
     */
    public static List<Cue> read(Path file) throws IOException {
        List<Cue> cues = new ArrayList<>();
        for (LabelledText row : LabelledFile.read(file).rows()) {
            String[] columns = new String(row.text(), StandardCharsets.UTF_8).split("\t", -1);
            if (columns.length != 2) {
                throw new LabelledDataException(file, row.line(), "has not the columns head<TAB>label<TAB>words");
            }
            cues.add(new Cue(row.label(), columns[0], columns[1].getBytes(StandardCharsets.UTF_8)));
        }
        return cues;
    }
}
