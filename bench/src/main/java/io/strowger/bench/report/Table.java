package io.strowger.bench.report;

import java.util.List;

/**
 * Figures in rows.
 *
 * @param name short and unique within a report: it names the CSV file and the JSON field, such as {@code latency};
 *     letters, digits, dots, hyphens and underscores
 * @param title what the rows are
 * @param columns as many as each row has cells
 * @param rows cells are {@link String}, {@link Long}, {@link Integer}, {@link Double}, {@link Boolean} or {@link Spread};
 *     NaN and infinities stand for no figure
 */
public record Table(String name, String title, List<Column> columns, List<List<Object>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        Names.requireFileName(name);
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + name + " has " + row.size() + " cells for " + columns.size() + " columns");
            }
            row.forEach(Table::requireKnown);
        }
    }

    private static void requireKnown(Object cell) {
        if (!(cell instanceof String
                || cell instanceof Long
                || cell instanceof Integer
                || cell instanceof Double
                || cell instanceof Boolean
                || cell instanceof Spread)) {
            throw new IllegalArgumentException(
                    "a cell is a " + cell.getClass().getName() + ", and tables don't know how to show one");
        }
    }

    /** Whether a column's figures were taken over several runs. */
    boolean hasSpread(int column) {
        return rows.stream().anyMatch(row -> row.get(column) instanceof Spread);
    }

    /** Whether a column has figures only. */
    boolean isNumeric(int column) {
        return rows.stream().allMatch(row -> Figures.isNumber(row.get(column)));
    }

    /**
     * A column.
     *
     * @param name camelCase: it heads the CSV's column and names the JSON field, such as {@code p99Micros}
     * @param label what people read, such as {@code p99}
     * @param unit such as {@code µs} or {@code messages/s}; empty for none
     */
    public record Column(String name, String label, String unit) {}
}
