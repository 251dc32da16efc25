package io.strowger.engine.pipeline;

import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns an analyzer's label indices into the stable numbers of records. Owned by the deciding thread. */
public final class LabelNumbers {
    private final int[][] numbers = new int[Head.count()][];
    private final String[][] labels = new String[Head.count()][];
    private NameTable table = NameTable.EMPTY;

    /** For the indices of that analyzer. */
    public LabelNumbers(TextAnalyzer analyzer) {
        for (int code = 0; code < Head.count(); code++) {
            List<String> names = analyzer.labels(Head.ofCode(code));
            labels[code] = names.toArray(String[]::new);
            numbers[code] = new int[labels[code].length];
        }
    }

    /** All labels of an analyzer, joined by a line feed, as {@link io.strowger.engine.command.Restart} carries them. */
    public static Bytes joined(TextAnalyzer analyzer) {
        Set<String> all = new LinkedHashSet<>();
        for (Head head : Head.values()) {
            all.addAll(analyzer.labels(head));
        }
        return Bytes.of(String.join("\n", all));
    }

    /** Replaces the indices in an analysis by numbers of the table. Allocates nothing while the table stays the same. */
    public void number(Analysis analysis, NameTable current) {
        if (current != table) {
            table = current;
            for (int code = 0; code < numbers.length; code++) {
                for (int index = 0; index < numbers[code].length; index++) {
                    numbers[code][index] = current.number(labels[code][index]);
                }
            }
        }
        for (int code = 0; code < numbers.length; code++) {
            Head head = Head.ofCode(code);
            int label = analysis.label(head);
            if (label != Analysis.NONE) {
                analysis.set(head, numbers[code][label], analysis.confidence(head));
            }
        }
    }
}
