package io.strowger.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final Duration WAKES_BEFORE = Duration.ofNanos(100_000);

    private final FakeClock clock = new FakeClock();
    private final OpenLoop loop = new OpenLoop(clock, WAKES_BEFORE, Duration.ofSeconds(1));
    private final List<Long> intended = new ArrayList<>();

    @Test
    void shouldStampMessagesByTheScheduleAndSendNoneEarly() {
        long start = clock.now + 5_000;
        List<Long> early = new ArrayList<>();
        Sent sent = loop.run(Schedule.steady(10_000), start, Duration.ofMillis(100), 500, (number, stamp) -> {
            assertThat(number).isEqualTo(500 + intended.size());
            intended.add(stamp);
            if (clock.now < stamp) {
                early.add(stamp);
            }
            return number;
        });

        assertThat(early).isEmpty();
        assertThat(sent.sent()).isEqualTo(1_000);
        assertThat(intended.get(0)).isEqualTo(start);
        assertThat(intended.get(999)).isEqualTo(start + 999 * 100_000L);
        assertThat(sent.isRateReached()).isTrue();
        assertThat(sent.achievedPerSecond()).isEqualTo(10_000);
    }

    @Test
    void shouldKeepTheScheduleWhenTheTargetStalls() {
        Sent sent = loop.run(Schedule.steady(1_000), Duration.ofSeconds(1), (number, stamp) -> {
            intended.add(stamp);
            if (number == 100) {
                clock.now += 300_000_000;
            }
            return number;
        });

        assertThat(sent.sent()).isEqualTo(1_000);
        assertThat(intended.get(999) - intended.get(0)).isEqualTo(999_000_000);
        assertThat(sent.late().getMaxValue()).isBetween(298_000_000L, 300_000_000L);
        assertThat(sent.late().getCountBetweenValues(1_000_000, 300_000_000)).isBetween(295L, 300L);
        assertThat(sent.isRateReached()).isTrue();
    }

    @Test
    void shouldOfferARefusedMessageAgainWithTheSameStamp() {
        List<Long> numbers = new ArrayList<>();
        Sent sent = loop.run(Schedule.steady(1_000), Duration.ofMillis(10), (number, stamp) -> {
            numbers.add(number);
            intended.add(stamp);
            return number == 3 && numbers.size() < 14 ? Target.FULL : number;
        });

        assertThat(sent.sent()).isEqualTo(10);
        assertThat(sent.refusedAttempts()).isEqualTo(10);
        assertThat(intended.subList(3, 14)).containsOnly(intended.get(3));
        assertThat(sent.failure()).isNull();
    }

    @Test
    void shouldSayThatTheRateWasNotReached() {
        Sent sent = loop.run(Schedule.steady(1_000), Duration.ofMillis(100), (number, stamp) -> {
            clock.now += 1_010_000;
            return number;
        });

        assertThat(sent.sent()).isEqualTo(100);
        assertThat(sent.kept()).isBetween(0.985, 0.995);
        assertThat(sent.isRateReached()).isFalse();
        assertThat(sent.achievedPerSecond()).isBetween(985.0, 995.0);
    }

    @Test
    void shouldGiveUpOnAMessageThatIsNeverTaken() {
        Sent sent = loop.run(
                Schedule.steady(1_000), Duration.ofSeconds(5), (number, stamp) -> number < 50 ? number : Target.FULL);

        assertThat(sent.sent()).isEqualTo(50);
        assertThat(sent.failure()).contains("message 50", "1000 ms");
        assertThat(sent.isRateReached()).isFalse();
    }

    @Test
    void shouldEndTheRunOnAnyOtherRefusal() {
        Target closing = new Target() {
            @Override
            public long offer(long number, long intendedNanos) {
                return number < 7 ? number : -2;
            }

            @Override
            public String reason(long refusal) {
                return "the gate is closed";
            }
        };

        Sent sent = loop.run(Schedule.steady(1_000), Duration.ofSeconds(1), closing);

        assertThat(sent.sent()).isEqualTo(7);
        assertThat(sent.failure()).isEqualTo("message 7 was not taken: the gate is closed");
    }

    @Test
    void shouldSleepWhileTheNextMessageIsFarAndSpinWhenItIsNear() {
        clock.oversleepNanos = 60_000;
        Sent sent = loop.run(Schedule.steady(2_000), Duration.ofMillis(100), (number, stamp) -> number);

        assertThat(clock.sleeps).isEqualTo(199);
        assertThat(sent.late().getMaxValue()).isLessThan(1_000);

        clock.sleeps = 0;
        loop.run(Schedule.steady(20_000), Duration.ofMillis(100), (number, stamp) -> number);
        assertThat(clock.sleeps).isZero();
    }

    @Test
    void shouldPollBetweenMessagesAndNotSleepWhileThereIsWork() {
        int[] polls = {0};
        Target working = new Target() {
            @Override
            public long offer(long number, long intendedNanos) {
                return number;
            }

            @Override
            public boolean poll() {
                polls[0]++;
                return true;
            }
        };
        loop.run(Schedule.steady(100), Duration.ofMillis(100), working);

        assertThat(polls[0]).isGreaterThan(10);
        assertThat(clock.sleeps).isZero();
    }
}
