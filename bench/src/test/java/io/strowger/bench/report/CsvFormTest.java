package io.strowger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.bench.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFormTest {
    @Test
    void shouldReadBackWhatWasWritten() {
        Table table = SampleReports.full().tables().get(1);
        assertThat(parse(CsvForm.of(table)))
                .containsExactly(
                        List.of("name", "ratio", "count", "isJournalled"),
                        List.of("comma, \"quote\"\nand <b>line</b> | pipe", "", "1234567", "true"),
                        List.of("plain", "0.71234", "42", "false"),
                        List.of("endless", "", "0", "true"));
    }

    @Test
    void shouldMakeThreeColumnsOfSpreads() {
        Table table = new Table(
                "t",
                "Title",
                List.of(new Column("rate", "rate", ""), new Column("p99Micros", "p99", "µs")),
                List.of(List.of(1, Spread.of(7, 5, 9)), List.of(2, 8.5), List.of(3, Spread.of())));
        assertThat(parse(CsvForm.of(table)))
                .containsExactly(
                        List.of("rate", "p99Micros", "p99MicrosLow", "p99MicrosHigh"),
                        List.of("1", "7.0", "5.0", "9.0"),
                        List.of("2", "8.5", "", ""),
                        List.of("3", "", "", ""));
    }

    @Test
    void shouldWriteTheHeaderOfAnEmptyTable() {
        Table table = new Table("t", "Title", List.of(new Column("a", "a", "")), List.of());
        assertThat(CsvForm.of(table)).isEqualTo("a\r\n");
    }

    /** Reads CSV as RFC 4180 has it. */
    static List<List<String>> parse(String csv) {
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (isQuoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    field.append(csv.charAt(++i));
                } else {
                    isQuoted = false;
                }
            } else if (c == '"') {
                isQuoted = true;
            } else if (c == ',' || c == '\r') {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\r') {
                    assertThat(csv.charAt(++i)).isEqualTo('\n');
                    records.add(List.copyOf(fields));
                    fields.clear();
                }
            } else {
                field.append(c);
            }
        }
        assertThat(fields).isEmpty();
        return records;
    }
}
