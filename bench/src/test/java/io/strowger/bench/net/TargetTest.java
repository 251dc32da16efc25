package io.strowger.bench.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.verticles.cli.CommandFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @Test
    void shouldReadHostAndPortWhenBothAreThere() {
        assertThat(Target.parse("example.org:8080")).isEqualTo(new Target("example.org", 8080));
        assertThat(Target.parse("[::1]:7070"))
                .isEqualTo(new Target("::1", 7070))
                .hasToString("[::1]:7070");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "host:", ":80", "host:x", "host:0", "host:65536", "::1:80", "[]:80"})
    void shouldSayWhatIsWantedWhenOneIsMissing(String text) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(2))
                .hasMessageContaining("host and a port");
    }
}
