package io.strowger.bench.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.bench.net.ThreadTimes.Use;
import io.strowger.verticles.cli.CommandFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadTimesTest {
    @Test
    void shouldAddUpThreadsOfOneNameWhenSomeAreNewAndSomeIdle() {
        ThreadTimes earlier = new ThreadTimes(
                Map.of("1", 1_000_000_000L, "2", 500_000_000L, "3", 70L),
                Map.of("1", "main", "2", "loop", "3", "idle"));
        ThreadTimes later = new ThreadTimes(
                Map.of("1", 1_100_000_000L, "2", 1_500_000_000L, "3", 70L, "4", 200_000_000L),
                Map.of("1", "main", "2", "loop", "3", "idle", "4", "loop"));

        assertThat(later.since(earlier, 10)).containsExactly(new Use("loop", 0.12), new Use("main", 0.01));
    }

    @Test
    void shouldReadTheThreadsOfThisProcessWhenAsked() {
        ThreadTimes now = ThreadTimes.of(ProcessHandle.current().pid());

        assertThat(now.nanosById()).hasSizeGreaterThan(3).hasSameSizeAs(now.namesById());
        assertThat(now.namesById()).containsValue("VM Thread");
    }

    @Test
    void shouldSaySoWhenThereIsNoSuchProcess() {
        assertThatThrownBy(() -> ThreadTimes.of(Long.MAX_VALUE))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(String.valueOf(Long.MAX_VALUE));
    }
}
