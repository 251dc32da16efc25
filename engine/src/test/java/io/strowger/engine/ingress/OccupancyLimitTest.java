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
        assertThat(limit.slots()).isBetween(950, 1050); // 50 ms of that
    }

    @Test
    void shouldLearnNothingFromAnIdleRing() {
        limit.batchFinished(1, 0, 0);
        limit.batchFinished(1, 0, 1_000 * MILLI);

        assertThat(limit.slots()).isEqualTo(7168);
    }

    @Test
    void shouldNotFallBelowItsFloorHoweverSlowTheDisk() {
        limit.batchFinished(1, 10, 0);
        limit.batchFinished(1, 10, 10_000 * MILLI);

        assertThat(limit.slots()).isEqualTo(256);
    }
}
