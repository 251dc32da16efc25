package io.strowger.models.linear;

import io.strowger.models.Analysis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file with the references of a model's heads: lines {@code name: value}, in which each head begins with its name. */
final class ReferenceFormat {
    private static final String FORMAT = "format: 1";
    private static final String HEAD = "head";
    private static final String SCOPE = "out-of-scope-below";
    private static final String OUT_OF_SCOPE = "out-of-scope";
    private static final String CONFIDENCES = "confidences";
    private static final String LABEL = "label";

    private ReferenceFormat() {}

    /** As text; empty for no heads. */
    static String text(Collection<HeadReference> heads) {
        if (heads.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        for (HeadReference head : heads) {
            line(text, HEAD, head.head());
            line(text, SCOPE, String.valueOf(head.scopeConfidence()));
            line(text, OUT_OF_SCOPE, String.valueOf(head.outOfScope()));
            line(
                    text,
                    CONFIDENCES,
                    head.confidenceCounts().stream().map(String::valueOf).collect(Collectors.joining(" ")));
            for (int i = 0; i < head.labels().size(); i++) {
                line(
                        text,
                        LABEL,
                        head.labelCounts().get(i) + " " + head.labels().get(i));
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException when it is something else, or of a newer build
     */
    static List<HeadReference> parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FORMAT)) {
            throw new IllegalArgumentException("does not begin with '" + FORMAT + "'");
        }
        List<HeadReference> heads = new ArrayList<>();
        for (int at = 1; at < lines.size(); ) {
            Map<String, String> fields = new HashMap<>();
            List<String> labels = new ArrayList<>();
            List<Long> counts = new ArrayList<>();
            do {
                String line = lines.get(at++);
                int colon = line.indexOf(": ");
                String name = line.substring(0, Math.max(0, colon));
                String value = line.substring(colon < 0 ? 0 : colon + 2);
                int space = value.indexOf(' ');
                if (name.equals(LABEL) && space > 0) {
                    counts.add(number(value.substring(0, space)));
                    labels.add(value.substring(space + 1));
                } else {
                    fields.put(name, value);
                }
            } while (at < lines.size() && !lines.get(at).startsWith(HEAD + ": "));
            heads.add(head(fields, labels, counts));
        }
        return heads;
    }

    private static HeadReference head(Map<String, String> fields, List<String> labels, List<Long> counts) {
        return new HeadReference(
                field(fields, HEAD),
                labels,
                counts,
                Stream.of(field(fields, CONFIDENCES).split(" ", -1))
                        .map(ReferenceFormat::number)
                        .toList(),
                (int) Math.min(number(field(fields, SCOPE)), Analysis.ONE),
                number(field(fields, OUT_OF_SCOPE)));
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("has a head without '" + name + "'");
        }
        return value;
    }

    private static Long number(String digits) {
        if (!digits.matches("\\d{1,15}")) {
            throw new IllegalArgumentException("has '" + digits + "' where a count belongs");
        }
        return Long.valueOf(digits);
    }
}
