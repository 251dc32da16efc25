package io.strowger.models.training;

import io.strowger.models.data.LabelledDataException;
import io.strowger.models.data.LabelledFile;
import io.strowger.models.data.LabelledText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule that gives rows of a public data set to a head of the shipped model.
 *
 * @param head the head that learns from the rows
 * @param set the folder of the set, for example {@code intent/bitext}
 * @param label the rows' label in the set, or {@code *} for all
 * @param ours what the rows are to this head, or {@code =} for the same label
 * @param weight how much each row counts
 * @param oneOf one of so many rows is taken
 */
record DataSource(String head, String set, String label, String ours, float weight, int oneOf) {
    private static final String ALL = "*";
    private static final String SAME = "=";
    private static final int COLUMNS = 6;
    private static final String COMMENT = "#";

    /** Reads the rules of a file: six columns a line, lines that begin with # are comments. */
    static List<DataSource> read(Path file) throws IOException {
        List<DataSource> sources = new ArrayList<>();
        for (LabelledText row : LabelledFile.read(file).rows()) {
            String[] columns = (row.label() + "\t" + new String(row.text(), StandardCharsets.UTF_8)).split("\t", -1);
            if (row.label().startsWith(COMMENT)) {
                continue;
            }
            if (columns.length != COLUMNS) {
                throw new LabelledDataException(file, row.line(), "has " + columns.length + " columns, not " + COLUMNS);
            }
            try {
                sources.add(new DataSource(
                        columns[0],
                        columns[1],
                        columns[2],
                        columns[3],
                        Float.parseFloat(columns[4]),
                        Integer.parseInt(columns[5])));
            } catch (NumberFormatException malformed) {
                throw new LabelledDataException(file, row.line(), "has no number as weight or as 'one row of so many'");
            }
        }
        return sources;
    }

    /** The rows that this rule takes out of a set, under our label. */
    List<LabelledText> rows(List<LabelledText> set) {
        List<LabelledText> taken = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (LabelledText row : set) {
            if (!label.equals(ALL) && !label.equals(row.label())) {
                continue;
            }
            if (seen.merge(row.label(), 1, Integer::sum) % oneOf == 0) {
                taken.add(new LabelledText(ours.equals(SAME) ? row.label() : ours, row.text(), row.line()));
            }
        }
        return taken;
    }
}
