package io.strowger.verticles.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextWidthTest {
    @ParameterizedTest
    @ValueSource(strings = {"idle", "PostgreSQL", "server (JVM)", "durable TCP, depth 16"})
    void shouldKeepTheWholeTextWhenTheRoomIsItsWidth(String text) {
        for (double gap = 0.1; gap < 20; gap += 0.1) {
            double edge = TextWidth.of(text) + gap;

            assertThat(TextWidth.cut(text, edge - gap)).isEqualTo(text);
        }
    }

    @Test
    void shouldEndWithAnEllipsisWhenTheTextIsTooWide() {
        assertThat(TextWidth.cut("PostgreSQL", 60))
                .endsWith("…")
                .hasSizeLessThan(10)
                .startsWith("Pos");
    }
}
