package io.strowger.bench.net;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.verticles.cli.CommandFailure;
import org.junit.jupiter.api.Test;

class FileLimitTest {
    @Test
    void shouldNameTheLimitWhenMoreConnectionsAreAskedForThanItPermits() {
        assertThatThrownBy(() -> FileLimit.check(1_000, 1_024, 40))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--connections is 1000")
                .hasMessageContaining("1024")
                .hasMessageContaining("ulimit -n");
    }

    @Test
    void shouldSayNothingWhenThereIsRoom() {
        assertThatCode(() -> FileLimit.check(900, 1_024, 40)).doesNotThrowAnyException();
    }
}
