package io.strowger.engine.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OccupancyLimitTest {
    private static final long MILLI = 1_000_000;
    private final OccupancyLimit limit = new OccupancyLimit(8192, 50 * MILLI);

    @Test
    void shouldLeaveAnEighthOfTheRingToAgentsAndTheClock() {
        assertThat(limit.slots()).isEqualTo(7168);
    }

    @Test
    void shouldFollowTheRateAtWhichABacklogIsWorkedOff() {
        limit.batchFinished(100, 500, 0);
        for (int batch = 1; batch <= 50; batch++) {
            limit.batchFinished(100, 500, batch * 5 * MILLI); // 20,000 a second
        }
        assertThat(limit.slots()).isBetween(475, 525); // 25 of the 50 ms of that
    }

    @Test
    void shouldNotTakeTheShortBatchesBehindALongOneForTheRate() {
        long now = 0;
        limit.batchFinished(100, 500, now);
        for (int batch = 1; batch <= 200; batch++) {
            now += 5 * MILLI;
            limit.batchFinished(100, 500, now);
            now += MILLI / 100;
            limit.batchFinished(16, 500, now); // 1,600,000 a second, it seems
        }
        assertThat(limit.slots()).isBetween(530, 620); // 25 ms at 23,200 a second
    }

    @Test
    void shouldLearnNothingFromAnIdleRing() {
        limit.batchFinished(1, 0, 0);
        limit.batchFinished(1, 0, 1_000 * MILLI);

        assertThat(limit.slots()).isEqualTo(7168);
    }

    @Test
    void shouldRiseAgainFromItsFloorWhenTheDiskIsQuickAgain() {
        limit.batchFinished(1, 1_000, 0);
        limit.batchFinished(1, 1_000, 10_000 * MILLI);
        long now = 10_000 * MILLI;
        for (int batch = 0; batch < 500; batch++) {
            int events = limit.slots() / 2;
            now += events * MILLI / 50; // 50,000 a second
            limit.batchFinished(events, limit.slots() - events, now); // producers fill it up to the limit
        }

        assertThat(limit.slots()).isBetween(1_170, 1_330); // 25 ms of that
    }

    @Test
    void shouldNotFallBelowItsFloorHoweverSlowTheDisk() {
        limit.batchFinished(1, 1_000, 0);
        limit.batchFinished(1, 1_000, 10_000 * MILLI);

        assertThat(limit.slots()).isEqualTo(256);
    }
}
