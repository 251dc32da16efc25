package io.strowger.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.strowger.verticles.cli.CommandFailure;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 60, 100, 400, 5_000})
    void shouldGiveWholeCharactersOfAboutTheLength(int bytes) {
        Texts texts = Texts.load(bytes, 1);

        assertThat(texts.count()).isGreaterThan(1_000);
        for (int number = 0; number < texts.count(); number++) {
            assertThat(texts.text(number).length()).isCloseTo(bytes, within(Math.max(3, bytes / 10)));
            assertThat(texts.text(number).toText()).doesNotContain("\uFFFD");
        }
        assertThat(texts.meanBytes()).isCloseTo(bytes, within(Math.max(1, bytes * 0.05)));
    }

    @Test
    void shouldMixLanguages() {
        Texts texts = Texts.load(Texts.USUAL_BYTES, 1);
        assertThat(IntStream.range(0, texts.count())
                        .mapToObj(number -> texts.text(number).toText())
                        .filter(text -> text.contains(" und "))
                        .count())
                .isGreaterThan(30);
        assertThat(IntStream.range(0, texts.count())
                        .mapToObj(number -> texts.text(number).toText())
                        .filter(text -> text.contains(" the "))
                        .count())
                .isGreaterThan(30);
    }

    @Test
    void shouldGiveTheSameTextsForTheSameSeed() {
        Texts one = Texts.load(100, 9);
        Texts other = Texts.load(100, 9);
        for (int number = 0; number < one.count(); number++) {
            assertThat(one.text(number).toText()).isEqualTo(other.text(number).toText());
        }
        assertThat(one.text(one.count())).isSameAs(one.text(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_537})
    void shouldRefuseALengthThatIsNotPossible(int bytes) {
        assertThatThrownBy(() -> Texts.load(bytes, 1))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("must be 1 to 65536");
    }
}
