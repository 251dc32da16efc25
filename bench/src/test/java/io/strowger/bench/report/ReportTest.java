package io.strowger.bench.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.bench.report.Table.Column;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final List<Column> COLUMNS = List.of(new Column("a", "a", ""));

    @Test
    void shouldRefuseNamesThatCannotNameAFile() {
        for (String name : List.of("", "a/b", "..", "a b", "x".repeat(81))) {
            assertThatThrownBy(() -> new Table(name, "Title", COLUMNS, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new RecordedHistogram(name, new Histogram(3)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shouldRefuseTwoTablesOfOneName() {
        Table table = new Table("t", "Title", COLUMNS, List.of());
        assertThatThrownBy(() -> new Report("", "", List.of(), List.of(), List.of(table, table), List.of(), List.of()))
                .hasMessageContaining("two of 't'");
    }

    @Test
    void shouldRefuseRowsThatDoNotFit() {
        assertThatThrownBy(() -> new Table("t", "Title", COLUMNS, List.of(List.of(1, 2))))
                .hasMessageContaining("2 cells for 1 columns");
        assertThatThrownBy(() -> new Table("t", "Title", COLUMNS, List.of(List.of(1.0f))))
                .hasMessageContaining("java.lang.Float");
    }
}
