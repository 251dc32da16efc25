package io.strowger.models.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real session and tokenizer. */
class SentenceEncoderTest {
    private static SentenceEncoder encoder;

    @BeforeAll
    static void open() throws IOException {
        encoder = SentenceEncoder.open(PackagedEncoder.MINILM);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldPlaceTextsOfOneMeaningCloserThanOthers(PackagedEncoder which) throws IOException {
        try (SentenceEncoder opened = SentenceEncoder.open(which)) {
            float[] late = opened.encode("Where is my parcel? It should have been here on Monday.");
            float[] missing = opened.encode("my order has not arrived yet");
            float[] password = opened.encode("I forgot my password and cannot log in");

            assertThat(opened.dimensions()).isEqualTo(384);
            assertThat(opened.version()).matches(which.key() + "-[0-9a-f]{16}");
            assertThat(cosine(late, late)).isEqualTo(1, offset(1e-5));
            assertThat(cosine(late, missing)).isGreaterThan(cosine(late, password) + 0.1);
        }
    }

    @Test
    void shouldGiveATextTheSameVectorWhateverIsBesideIt() {
        String text = "I was charged twice";
        float[] alone = encoder.encode(text);

        List<float[]> together = encoder.encode(List.of("Hello", text, "a much longer text ".repeat(20), text));

        assertThat(together.get(1)).isEqualTo(alone);
        assertThat(together.get(3)).isEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\n",
                "\0",
                "\ud800 lone \udc00 surrogates",
                "\u200b\u200d\u202eesrever",
                "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "\u5305\u88f9\u5728\u54ea\u91cc"
            })
    void shouldEncodeStrangeTexts(String text) {
        float[] vector = encoder.encode(text);

        assertThat(vector).hasSize(384);
        assertThat(cosine(vector, vector)).isEqualTo(1, offset(1e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e4", "\ud83d\ude00", "a ", ". "})
    void shouldCutLongTexts(String piece) {
        float[] vector = encoder.encode(piece.repeat(65_536 / piece.length()));

        assertThat(vector).isEqualTo(encoder.encode(piece.repeat(32_768 / piece.length())));
    }

    @Test
    void shouldNameTheEncodersWhenThereIsNoSuchOne() {
        assertThat(PackagedEncoder.ofKey("bge-small")).isEqualTo(PackagedEncoder.BGE_SMALL);
        assertThatThrownBy(() -> PackagedEncoder.ofKey("gpt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no encoder 'gpt'; there are minilm and bge-small");
    }

    private static double cosine(float[] left, float[] right) {
        double product = 0;
        for (int i = 0; i < left.length; i++) {
            product += left[i] * right[i];
        }
        return product;
    }
}
