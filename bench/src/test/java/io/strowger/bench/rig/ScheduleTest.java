package io.strowger.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void shouldMeetARateWhoseDistanceIsNoWholeNumber() {
        assertThat(countBefore(Schedule.steady(300_000), SECOND)).isCloseTo(300_000, within(1L));
        assertThat(countBefore(Schedule.steady(3), 100 * SECOND)).isCloseTo(300, within(1L));
    }

    @Test
    void shouldMeetTheMeanRateWithRandomDistances() {
        assertThat((double) countBefore(Schedule.poisson(100_000, 7), 10 * SECOND))
                .isCloseTo(1_000_000, within(5_000.0));
    }

    @Test
    void shouldGiveTheSameRandomScheduleForTheSameSeed() {
        Schedule one = Schedule.poisson(1_000, 42);
        Schedule other = Schedule.poisson(1_000, 42);
        Schedule different = Schedule.poisson(1_000, 43);
        long instant = 0;
        int differences = 0;
        for (int number = 0; number < 100; number++) {
            long next = one.next(instant);
            assertThat(other.next(instant)).isEqualTo(next);
            differences += different.next(instant) == next ? 0 : 1;
            instant = next;
        }
        assertThat(differences).isGreaterThan(90);
    }

    @Test
    void shouldSpreadRandomDistancesAsIndependentArrivalsAre() {
        Schedule schedule = Schedule.poisson(1_000, 1);
        int longerThanMean = 0;
        long instant = 0;
        for (int number = 0; number < 100_000; number++) {
            long next = schedule.next(instant);
            longerThanMean += next - instant > 1_000_000 ? 1 : 0;
            instant = next;
        }
        assertThat(longerThanMean / 100_000.0).isCloseTo(Math.exp(-1), within(0.01));
    }

    @Test
    void shouldSendTenfoldForATenthOfTheTime() {
        Schedule schedule = Schedule.burst(50_000);
        long instant = 0;
        int inFirstBurst = 0;
        int inFirstPause = 0;
        for (int number = 0; number < 5_000; number++) {
            assertThat(instant % 100_000_000).isLessThan(10_000_000);
            inFirstBurst += instant < 10_000_000 ? 1 : 0;
            inFirstPause += instant >= 10_000_000 && instant < 100_000_000 ? 1 : 0;
            instant = schedule.next(instant);
        }
        assertThat(inFirstBurst).isEqualTo(5_000);
        assertThat(inFirstPause).isZero();
        assertThat(countBefore(Schedule.burst(50_000), 10 * SECOND)).isEqualTo(500_000);
        assertThat(countBefore(Schedule.burst(3), 100 * SECOND)).isCloseTo(300, within(1L));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 10_000_001})
    void shouldRefuseARateThatCannotBeGenerated(double perSecond) {
        assertThatThrownBy(() -> Schedule.steady(perSecond))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.WRONG_CALL))
                .hasMessageContaining("cannot be generated");
        assertThatThrownBy(() -> Schedule.poisson(perSecond, 1)).isInstanceOf(CommandFailure.class);
        assertThatThrownBy(() -> Schedule.burst(perSecond)).isInstanceOf(CommandFailure.class);
    }

    private static long countBefore(Schedule schedule, long end) {
        long count = 0;
        for (long instant = 0; instant < end; instant = schedule.next(instant)) {
            count++;
        }
        return count;
    }
}
