package io.strowger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class JsonFormTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldSayEverythingInOneLine() throws Exception {
        String line = JsonForm.of(SampleReports.publication(SampleReports.full()), "bench/results/x");
        assertThat(line.lines()).hasSize(1);
        JsonNode root = JSON.readTree(line);
        assertThat(root.at("/benchmark").asText()).isEqualTo("latency");
        assertThat(root.at("/commandLine").asText()).isEqualTo("./strowger bench latency --rate 20000");
        assertThat(root.at("/folder").asText()).isEqualTo("bench/results/x");
        assertThat(root.at("/indicative").asBoolean()).isTrue();
        assertThat(root.at("/answers")).hasSize(2);
        assertThat(root.at("/caveats")).hasSize(2);
        assertThat(root.at("/caveats/0").asText()).contains("2 cores of a virtual machine");
        assertThat(root.at("/environment/machine/memoryBytes").asLong()).isEqualTo(24L << 30);
        assertThat(root.at("/environment/machine/governor").isNull()).isTrue();
        assertThat(root.at("/environment/java/flags/0").asText()).isEqualTo("-XX:+UseParallelGC");
        assertThat(root.at("/environment/build/dirty").asBoolean()).isTrue();
    }

    @Test
    void shouldKeyCellsByColumnAndSpreadsByThree() throws Exception {
        JsonNode root = JSON.readTree(JsonForm.of(SampleReports.publication(SampleReports.full()), null));
        assertThat(root.at("/folder").isNull()).isTrue();
        JsonNode row = root.at("/tables/latency/0");
        assertThat(row.at("/rate").asLong()).isEqualTo(20_000);
        assertThat(row.at("/p50MicrosLow").asDouble())
                .isPositive()
                .isLessThan(row.at("/p50MicrosHigh").asDouble());
        assertThat(row.at("/p50Micros").isNumber()).isTrue();
    }

    @Test
    void shouldWriteNullWhereThereIsNoFigure() throws Exception {
        String line = JsonForm.of(SampleReports.publication(SampleReports.full()), null);
        assertThat(line).doesNotContain("NaN", "Infinity");
        JsonNode rows = JSON.readTree(line).at("/tables/oddities");
        assertThat(rows.at("/0/ratio").isNull()).isTrue();
        assertThat(rows.at("/1/ratio").asDouble()).isEqualTo(0.71234);
        assertThat(rows.at("/2/ratio").isNull()).isTrue();
        assertThat(rows.at("/0/name").asText()).contains("\n", "\"");
        assertThat(rows.at("/0/isJournalled").isBoolean()).isTrue();
    }
}
