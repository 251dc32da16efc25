package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextVariationsTest {
    private final TextVariations variations = new TextVariations(1);

    @Test
    void shouldBeginLikeOneTextAndEndLikeTheOtherWhenCrossed() {
        for (int i = 0; i < 50; i++) {
            String crossed = text(variations.crossed(bytes("a b c d"), bytes("1 2 3")));

            assertThat(crossed).matches("a( b)?( c)?( d)?( 1)?( 2)? 3");
        }
    }

    @Test
    void shouldKeepTheOrderWhenWordsAreLeftOut() {
        int words = 0;
        for (int i = 0; i < 400; i++) {
            String thinned = text(variations.thinned(bytes("a b c d")));
            assertThat(thinned).matches("(a ?)?(b ?)?(c ?)?(d)?").isNotEmpty();
            words += thinned.split(" ").length;
        }
        assertThat(words / 1600.0).isBetween(0.68, 0.82);
    }

    @Test
    void shouldMakeTheSameTextsAgainWhenTheSeedIsTheSame() {
        TextVariations again = new TextVariations(1);

        assertThat(variations.thinned(bytes("where is my parcel")))
                .isEqualTo(again.thinned(bytes("where is my parcel")));
    }

    @Test
    void shouldEndureTextsWithoutWords() {
        assertThat(text(variations.thinned(bytes("   ")))).isBlank();
        assertThat(text(variations.crossed(bytes(""), bytes("")))).isBlank();
        assertThat(text(variations.crossed(bytes("Zürich"), bytes("")))).startsWith("Zürich");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
