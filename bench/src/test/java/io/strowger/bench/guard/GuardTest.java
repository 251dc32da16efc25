package io.strowger.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final Predicate<StepCost> SLOW = cost -> cost.multiple(Yardstick.ROWS) > 1.5;

    private final List<String> progress = new ArrayList<>();
    private final Queue<Double> multiples = new ArrayDeque<>();
    private Duration attemptTakes = Duration.ofSeconds(10);
    private long now;

    private final Guard guard = new Guard(this::attempt, () -> now, progress::add);

    @Test
    void shouldMeasureOnceWhenNothingIsSuspicious() {
        multiples.addAll(List.of(1.4, 9.0));

        assertThat(multiple(guard.best(SLOW))).isEqualTo(1.4);
        assertThat(multiples).hasSize(1);
        assertThat(progress).containsExactly("measuring");
    }

    @Test
    void shouldMeasureAgainWhatIsSuspicious() {
        multiples.addAll(List.of(1.8, 1.6, 1.2, 9.0));

        assertThat(multiple(guard.best(SLOW))).isEqualTo(1.2);
        assertThat(multiples).hasSize(1);
        assertThat(progress)
                .containsExactly(
                        "measuring",
                        "decide looks suspicious, measuring again (attempt 2, at most 5)",
                        "decide looks suspicious, measuring again (attempt 3, at most 5)");
    }

    @Test
    void shouldBelieveWhatAllAttemptsSay() {
        multiples.addAll(List.of(1.8, 1.6, 1.9, 2.0, 1.7, 1.0));

        assertThat(multiple(guard.best(SLOW))).isEqualTo(1.6);
        assertThat(multiples).hasSize(1);
    }

    @Test
    void shouldBeginNoAttemptThatWouldEndTooLate() {
        attemptTakes = Duration.ofSeconds(60);
        multiples.addAll(List.of(1.8, 1.6, 1.0));

        assertThat(multiple(guard.best(SLOW))).isEqualTo(1.6);
        assertThat(Duration.ofNanos(now)).isLessThan(Guard.TIME);
    }

    @Test
    void shouldTakeTheMiddleOfAllAttemptsForABaseline() {
        multiples.addAll(List.of(1.8, 1.1, 1.9, 2.0, 1.2));

        assertThat(multiple(guard.typical())).isEqualTo(1.8);
        assertThat(multiples).isEmpty();
    }

    private List<StepCost> attempt() {
        now += attemptTakes.toNanos();
        return List.of(new StepCost(Step.DECIDE, 1_000, Map.of(Yardstick.ROWS, multiples.remove()), 0, 0, 1));
    }

    private static double multiple(List<StepCost> costs) {
        return costs.get(0).multiple(Yardstick.ROWS);
    }
}
