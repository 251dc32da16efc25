package io.strowger.bench.report;

import java.util.List;
import java.util.stream.Collectors;

/** A report as the README of its results folder. */
final class MarkdownForm {
    private MarkdownForm() {}

    /**
     * The README.
     *
     * @param files the folder's other files
     */
    static String of(Publication publication, List<String> files) {
        Report report = publication.report();
        StringBuilder text = new StringBuilder();
        text.append("# ").append(escaped(report.title())).append("\n\n");
        text.append(escaped(report.question())).append("\n");
        section(text, "Answer");
        list(text, report.answers());
        if (!publication.caveats().isEmpty()) {
            section(text, "Keep in mind");
            list(text, publication.caveats());
        }
        for (Table table : report.tables()) {
            section(text, escaped(publication.caption(table)));
            append(text, table);
        }
        section(text, "Repeat it");
        text.append("```sh\n").append(publication.commandLine()).append("\n```\n\n");
        text.append(escaped(EnvironmentText.line(publication.environment()))).append('\n');
        section(text, "Files");
        list(text, files.stream().map(FileNotes::of).toList());
        return text.toString();
    }

    private static void section(StringBuilder text, String heading) {
        text.append("\n## ").append(heading).append("\n\n");
    }

    private static void list(StringBuilder text, List<String> sentences) {
        sentences.forEach(
                sentence -> text.append("- ").append(escaped(sentence)).append('\n'));
    }

    private static void append(StringBuilder text, Table table) {
        row(
                text,
                table.columns().stream()
                        .map(column -> column.unit().isEmpty() ? column.label() : column.label() + ", " + column.unit())
                        .toList());
        text.append('|');
        for (int column = 0; column < table.columns().size(); column++) {
            text.append(table.isNumeric(column) ? "---:|" : "---|");
        }
        text.append('\n');
        table.rows()
                .forEach(cells ->
                        row(text, cells.stream().map(Figures::forPeople).toList()));
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(MarkdownForm::escaped).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** Text as it is, whatever it holds of Markdown's own signs; on one line. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_<|\\[\\]]", "\\\\$0").replaceAll("\\R", " ");
    }
}
