package io.strowger.verticles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenersTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8080",
        "localhost, http://localhost:8080",
        "0.0.0.0, http://127.0.0.1:8080",
        "::1, http://[::1]:8080",
        "::, http://[::1]:8080",
        "fe80::1%eth0, http://[fe80::1%25eth0]:8080"
    })
    void shouldSayWhereTheServerIsReachedFromThisMachine(String host, String address) {
        assertThat(Listeners.address(host, 8080)).hasToString(address);
        assertThat(Listeners.address(host, 8080).getHost()).isNotNull();
    }
}
