package io.strowger.bench.report;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** A table as CSV after RFC 4180. A column of spreads becomes three: the median, and the same name with Low and High. */
final class CsvForm {
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,\"\r\n]|^\\s|\\s$");
    private static final String LINE_END = "\r\n";

    private CsvForm() {}

    static String of(Table table) {
        StringBuilder csv = new StringBuilder();
        StringJoiner header = line();
        for (int column = 0; column < table.columns().size(); column++) {
            String name = table.columns().get(column).name();
            header.add(field(name));
            if (table.hasSpread(column)) {
                header.add(field(name + "Low")).add(field(name + "High"));
            }
        }
        csv.append(header);
        table.rows().forEach(row -> csv.append(row(table, row)));
        return csv.toString();
    }

    private static StringJoiner row(Table table, List<Object> cells) {
        StringJoiner line = line();
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            line.add(field(Figures.forPrograms(cell)));
            if (cell instanceof Spread spread) {
                line.add(Figures.forPrograms(spread.low())).add(Figures.forPrograms(spread.high()));
            } else if (table.hasSpread(column)) {
                line.add("").add("");
            }
        }
        return line;
    }

    private static StringJoiner line() {
        return new StringJoiner(",", "", LINE_END);
    }

    private static String field(String text) {
        return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
