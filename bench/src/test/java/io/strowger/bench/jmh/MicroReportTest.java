package io.strowger.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MicroReportTest {
    @Test
    void shouldNotCallASlowStepAllocatingWhenOnlyTheProfilerAllocates() {
        assertThat(MicroReport.allocates(0.446, 76_076)).isFalse();
        assertThat(MicroReport.allocates(0.6, 100_000)).isFalse();
        assertThat(MicroReport.allocates(0.0015, 87.5)).isFalse();
    }

    @Test
    void shouldCallAStepAllocatingWhenItMakesAnObjectNowAndThen() {
        assertThat(MicroReport.allocates(16, 2_000_000)).isTrue();
        assertThat(MicroReport.allocates(736, 900)).isTrue();
        assertThat(MicroReport.allocates(1, 100)).isTrue();
    }
}
