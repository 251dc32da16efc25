package io.strowger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;

class HistogramLogTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void shouldBeReadBackByTheStandardReader() {
        Histogram recorded = SampleReports.histogram(1, 20_000, 5_000);
        assertThat(readBack(recorded)).isEqualTo(recorded);
    }

    @Test
    void shouldBeReadBackWhenNothingWasRecorded() {
        Histogram empty = new Histogram(3);
        assertThat(readBack(empty)).isEqualTo(empty);
    }

    @Test
    void shouldKeepTheRecordingsOwnTime() {
        Histogram recorded = SampleReports.histogram(1, 10, 5_000);
        recorded.setStartTimeStamp(1_000_000_000_500L);
        recorded.setEndTimeStamp(1_000_000_060_500L);
        EncodableHistogram read = readBack(recorded);
        assertThat(read.getStartTimeStamp()).isEqualTo(1_000_000_000_500L);
        assertThat(read.getEndTimeStamp()).isEqualTo(1_000_000_060_500L);
    }

    @Test
    void shouldBeSmall() {
        Histogram recorded = SampleReports.histogram(1, 200_000, 5_000);
        assertThat(HistogramLog.of(new RecordedHistogram("x", recorded), "latency", NOON)
                        .length())
                .isLessThan(20_000);
    }

    private static EncodableHistogram readBack(Histogram histogram) {
        String log = HistogramLog.of(new RecordedHistogram("decision", histogram), "latency", NOON);
        HistogramLogReader reader =
                new HistogramLogReader(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
        EncodableHistogram read = reader.nextIntervalHistogram();
        assertThat(reader.hasNext()).isFalse();
        return read;
    }
}
