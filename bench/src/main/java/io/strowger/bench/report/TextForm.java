package io.strowger.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report as people read it in a terminal: the figures in columns, then what they mean. */
final class TextForm {
    private static final int WIDTH = 100;
    private static final String GAP = "  ";

    private TextForm() {}

    static String of(Publication publication) {
        Report report = publication.report();
        StringBuilder text = new StringBuilder();
        text.append(report.title()).append('\n');
        wrap(text, "", report.question());
        for (Table table : report.tables()) {
            text.append('\n').append(publication.caption(table)).append('\n');
            append(text, table);
        }
        text.append('\n');
        report.answers().forEach(answer -> wrap(text, "", answer));
        publication.caveats().forEach(caveat -> wrap(text, "- ", caveat));
        return text.toString();
    }

    private static void append(StringBuilder text, Table table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns().stream().map(Table.Column::label).toList());
        if (table.columns().stream().anyMatch(column -> !column.unit().isEmpty())) {
            lines.add(table.columns().stream().map(Table.Column::unit).toList());
        }
        table.rows()
                .forEach(row -> lines.add(row.stream().map(Figures::forPeople).toList()));
        int[] widths = new int[table.columns().size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(line.get(column)));
            }
        }
        for (List<String> line : lines) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                cells.append(GAP).append(padded(line.get(column), widths[column], table.isNumeric(column)));
            }
            text.append(cells.toString().stripTrailing()).append('\n');
        }
    }

    private static String padded(String cell, int width, boolean isRight) {
        String padding = " ".repeat(width - width(cell));
        return isRight ? padding + cell : cell + padding;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void wrap(StringBuilder text, String bullet, String sentence) {
        StringBuilder line = new StringBuilder(bullet);
        String words = sentence.lines().collect(Collectors.joining(" "));
        for (String word : words.split(" +")) {
            if (line.length() > bullet.length() && width(line.toString()) + 1 + width(word) > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat(bullet.length()));
            }
            line.append(line.length() > bullet.length() ? " " : "").append(word);
        }
        text.append(line).append('\n');
    }
}
