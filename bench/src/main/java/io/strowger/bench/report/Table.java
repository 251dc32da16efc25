package io.strowger.bench.report;

import java.util.List;

/**
 * Figures in rows.
 *
 * @param name short and unique within a report: it names the CSV file and the JSON field, such as {@code latency}
 * @param title what the rows are
 * @param columns as many as each row has cells
 * @param rows cells are {@link String}, {@link Long}, {@link Integer}, {@link Double} or {@link Boolean}
 */
public record Table(String name, String title, List<Column> columns, List<List<Object>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + name + " has " + row.size() + " cells for " + columns.size() + " columns");
            }
        }
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
