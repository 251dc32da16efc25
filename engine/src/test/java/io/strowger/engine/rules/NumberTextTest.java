package io.strowger.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.internal.Bytes;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "+7", "9223372036854775807", "-9223372036854775808", "000123"})
    void shouldReadWholeNumbersLikeJavaWhenTheyAreSome(String text) {
        assertThat(NumberText.isWhole(Bytes.of(text))).isTrue();
        assertThat(NumberText.whole(Bytes.of(text))).isEqualTo(Long.parseLong(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+", "1.0", "9223372036854775808", "-9223372036854775809", "1e3", " 1", "٣"})
    void shouldRefuseWholeNumbersWhenTheyAreNone(String text) {
        assertThat(NumberText.isWhole(Bytes.of(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "e5", "1e", "1e+", "1.2.3", "NaN", "Infinity", "0x1", "1f", " 1", "1e400"})
    void shouldRefuseDecimalNumbersWhenTheyAreNone(String text) {
        assertThat(NumberText.isReal(Bytes.of(text))).isFalse();
    }

    @Test
    void shouldReadDecimalNumbersLikeJavaWhenTheyAreRandom() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 100_000; round++) {
            String digits = Long.toString(random.nextLong(1L << random.nextInt(1, 50)));
            int point = random.nextInt(digits.length() + 1);
            String text = (random.nextBoolean() ? "-" : "") + digits.substring(0, point) + "." + digits.substring(point)
                    + (random.nextBoolean() ? "" : "e" + (random.nextInt(13) - 6));
            Bytes bytes = Bytes.of(text);
            assertThat(NumberText.isReal(bytes)).as(text).isTrue();
            assertThat(NumberText.real(bytes)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }
}
