package io.strowger.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class HiccupsTest {
    private final FakeClock clock = new FakeClock();
    private final Hiccups hiccups = new Hiccups(clock);

    @Test
    void shouldRecordNoStallWhenSleepingIsEquallyInexact() {
        clock.oversleepNanos = 60_000;
        for (int sleep = 0; sleep < 100; sleep++) {
            hiccups.sleepOnce();
        }

        assertThat(hiccups.histogram().getTotalCount()).isEqualTo(100);
        assertThat(hiccups.histogram().getMaxValue()).isZero();
    }

    @Test
    void shouldRecordWhatEachSleeperDuringAStallWouldHaveFelt() {
        hiccups.sleepOnce();
        clock.oversleepNanos = 10_000_000;
        hiccups.sleepOnce();

        Histogram stalls = hiccups.histogram();
        assertThat(stalls.getMaxValue()).isBetween(9_990_000L, 10_010_000L);
        assertThat(stalls.getTotalCount()).isEqualTo(11);
        assertThat(stalls.getCountBetweenValues(5_000_000, 10_000_000)).isEqualTo(6);
    }

    @Test
    void shouldCallARecordingNoisyWhenStallsReachAFifthOfItsTail() {
        Histogram stalls = Histograms.ofNanos();
        Histogram recorded = Histograms.ofNanos();
        stalls.recordValueWithCount(30_000, 1_000);
        recorded.recordValueWithCount(100_000, 1_000);

        assertThat(Hiccups.isNoisy(stalls, recorded)).isTrue();

        recorded.recordValueWithCount(200_000, 100);
        assertThat(Hiccups.isNoisy(stalls, recorded)).isFalse();
    }
}
