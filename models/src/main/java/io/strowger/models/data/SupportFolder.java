package io.strowger.models.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The project's own text: a folder with one file a language, {@code intent<TAB>urgency<TAB>sentiment<TAB>text} a line.
 */
public final class SupportFolder {
    private static final String SUFFIX = ".tsv";

    private SupportFolder() {}

    /**
     * All rows, languages in alphabetical order.
     *
     * @throws LabelledDataException when there is no file, or a line has not four columns
     */
    public static List<SupportText> read(Path folder) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                found.forEach(files::add);
            }
        }
        if (files.isEmpty()) {
            throw new LabelledDataException(
                    folder, LabelledDataException.WHOLE_FILE, "has no file named <language>.tsv with our own text");
        }
        List<SupportText> rows = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            readFile(file, name.substring(0, name.length() - SUFFIX.length()), rows);
        }
        return rows;
    }

    private static void readFile(Path file, String language, List<SupportText> rows) throws IOException {
        for (LabelledText row : LabelledFile.read(file).rows()) {
            String[] columns = new String(row.text(), StandardCharsets.UTF_8).split("\t", -1);
            if (columns.length != 3) {
                throw new LabelledDataException(
                        file, row.line(), "has not the columns intent<TAB>urgency<TAB>sentiment<TAB>text");
            }
            byte[] text = columns[2].getBytes(StandardCharsets.UTF_8);
            rows.add(new SupportText(language, row.label(), columns[0], columns[1], text));
        }
    }
}
