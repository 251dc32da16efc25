package io.strowger.engine.pipeline;

import io.strowger.engine.ModelAssignment;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An analyzer whose answers have the stable numbers of labels in place of its own indices. A label keeps its number whichever
 * model says it, so what stands in a slot or a record can be read without the model. For one thread.
 */
public final class NumberedAnalyzer {
    /** What the models read of a text. */
    private static final int ANALYZED_BYTES = 4096;

    private final TextAnalyzer analyzer;
    private final long version;
    private final int[][] numbers = new int[Head.count()][];

    /**
     * A fork of that analyzer.
     *
     * @param labels a table that has all its labels
     * @throws IllegalArgumentException when the table lacks a label
     */
    public NumberedAnalyzer(TextAnalyzer analyzer, NameTable labels) {
        this.analyzer = analyzer.fork();
        this.version = ModelVersions.number(analyzer.version());
        for (int code = 0; code < numbers.length; code++) {
            List<String> names = analyzer.labels(Head.ofCode(code));
            numbers[code] = new int[names.size()];
            for (int index = 0; index < names.size(); index++) {
                numbers[code][index] = labels.number(names.get(index));
                if (numbers[code][index] < 0) {
                    throw new IllegalArgumentException("the label " + names.get(index) + " has no number");
                }
            }
        }
    }

    /** All labels of an analyzer, joined by a line feed, as the commands that name labels carry them. */
    public static Bytes labelsOf(TextAnalyzer analyzer) {
        return labelsOf(ModelAssignment.of(analyzer));
    }

    /** All labels of the models of an assignment, joined likewise. */
    static Bytes labelsOf(ModelAssignment assignment) {
        Set<String> all = new LinkedHashSet<>();
        TextAnalyzer candidate = assignment.candidate();
        for (Head head : Head.values()) {
            all.addAll(assignment.model().labels(head));
            if (candidate != null) {
                all.addAll(candidate.labels(head));
            }
        }
        return Bytes.of(String.join("\n", all));
    }

    /** Analyzes a text of so many bytes of UTF-8, the first 4 KiB of it. Allocates nothing. */
    public void analyze(byte[] text, int offset, int length, Analysis analysis) {
        analyzer.analyze(text, offset, Math.min(length, ANALYZED_BYTES), analysis);
        for (int code = 0; code < numbers.length; code++) {
            Head head = Head.ofCode(code);
            int index = analysis.label(head);
            if (index != Analysis.NONE) {
                analysis.set(head, numbers[code][index], analysis.confidence(head));
            }
        }
    }

    /** The number that records carry for the model's version. */
    public long version() {
        return version;
    }
}
