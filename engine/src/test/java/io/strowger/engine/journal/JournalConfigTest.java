package io.strowger.engine.journal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JournalConfigTest {
    private static final Path DIRECTORY = Path.of("journal");
    private static final int MIB = 1 << 20;

    @Test
    void shouldTakeTheDefaults() {
        assertThatCode(() -> JournalConfig.in(DIRECTORY)).doesNotThrowAnyException();
    }

    @Test
    void shouldNameTheKeyTheValueAndTheLimitsWhenAValueIsOutOfBounds() {
        assertRefused(32 << 10, MIB, 64L * MIB, 0, "journal.segment-bytes is 32768, it must be 65536 to 1073741824");
        assertRefused(MIB + 1, MIB, 64L * MIB, 0, "journal.segment-bytes is 1048577, it must be a multiple of 4096");
        assertRefused(MIB, 100, 64L * MIB, 0, "journal.batch-bytes is 100, it must be 4096 to 67108864");
        assertRefused(MIB, MIB, 3L * MIB, 0, "journal.max-bytes is 3145728, it must be 4194304 or more");
        assertRefused(MIB, MIB, 4L * MIB, -1, "journal.minimum-free-bytes is -1, it must be 0 or more");
    }

    private static void assertRefused(
            int segmentBytes, int batchBytes, long maxBytes, long minimumFreeBytes, String message) {
        assertThatThrownBy(() -> new JournalConfig(DIRECTORY, segmentBytes, batchBytes, maxBytes, minimumFreeBytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
