package io.strowger.bench.report;

import io.strowger.verticles.svg.Markup;
import io.strowger.verticles.svg.PageHead;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A report as one HTML file: it needs no network, no script and no other file. */
final class HtmlForm {
    private HtmlForm() {}

    /**
     * The page.
     *
     * @param files the folder's other files, to link to
     */
    static String of(Publication publication, List<String> files) {
        Report report = publication.report();
        Markup page = new Markup();
        PageHead.open(page, report.title());
        page.open("body").open("main");
        header(page, publication);
        sentences(page, "answers", report.answers());
        report.charts().forEach(chart -> chart(page, chart));
        report.tables().forEach(table -> table(page, publication.caption(table), table));
        if (!publication.caveats().isEmpty()) {
            page.leaf("h2", "Keep in mind");
            sentences(page, "caveats", publication.caveats());
        }
        page.leaf("h2", "Repeat it").leaf("pre", publication.commandLine()).newLine();
        environment(page, publication.environment());
        files(page, files);
        page.close().close().newLine().close().newLine();
        return page.toString();
    }

    private static void header(Markup page, Publication publication) {
        page.open("header");
        page.leaf("p", "Strowger bench " + publication.benchmark(), "class", "kind");
        page.leaf("h1", publication.report().title());
        page.leaf("p", publication.report().question(), "class", "question");
        page.leaf("p", EnvironmentText.line(publication.environment()), "class", "muted");
        if (publication.isIndicative()) {
            page.open("p", "class", "indicative")
                    .text(publication.caveats().get(0))
                    .close();
        }
        page.close().newLine();
    }

    private static void sentences(Markup page, String type, List<String> sentences) {
        page.open("ul", "class", type);
        sentences.forEach(sentence -> page.leaf("li", sentence));
        page.close().newLine();
    }

    private static void chart(Markup page, Chart chart) {
        page.open("figure").leaf("figcaption", chart.title()).open("div", "class", "scroll");
        ChartDrawing.draw(page, chart);
        page.close().close().newLine();
    }

    private static void table(Markup page, String caption, Table table) {
        page.open("figure").leaf("figcaption", caption).open("div", "class", "scroll");
        page.open("table").open("thead").open("tr");
        for (int column = 0; column < table.columns().size(); column++) {
            Table.Column heading = table.columns().get(column);
            page.open("th", "scope", "col", "class", alignment(table, column)).text(heading.label());
            if (!heading.unit().isEmpty()) {
                page.leaf("span", heading.unit(), "class", "unit");
            }
            page.close();
        }
        page.close().close().open("tbody").newLine();
        table.rows().forEach(row -> row(page, table, row));
        page.close().close().close().close().newLine();
    }

    private static void row(Markup page, Table table, List<Object> cells) {
        page.open("tr");
        for (int column = 0; column < cells.size(); column++) {
            page.open("td", "class", alignment(table, column));
            if (cells.get(column) instanceof Spread spread && !spread.isPoint()) {
                page.text(Figures.number(spread.median()));
                page.leaf("span", Figures.range(spread), "class", "range");
            } else {
                page.text(Figures.forPeople(cells.get(column)));
            }
            page.close();
        }
        page.close().newLine();
    }

    private static String alignment(Table table, int column) {
        return table.isNumeric(column) ? "figure" : "words";
    }

    private static void environment(Markup page, Environment environment) {
        page.leaf("h2", "Environment").open("dl");
        EnvironmentText.lines(environment)
                .forEach((label, text) -> page.leaf("dt", label).leaf("dd", text));
        page.close().newLine();
    }

    private static String link(String file) {
        return "./" + URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void files(Markup page, List<String> files) {
        if (files.isEmpty()) {
            return;
        }
        page.leaf("h2", "Files").open("ul", "class", "files");
        for (String file : files) {
            page.open("li")
                    .leaf("a", file, "href", link(file))
                    .leaf("span", FileNotes.note(file), "class", "muted")
                    .close();
        }
        page.close().newLine();
    }
}
