package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CascadeThresholdTest {
    @Test
    void shouldAskWhereAskingWins() {
        List<CascadeThreshold.Asked> texts = texts(100);
        texts.set(3, new CascadeThreshold.Asked(300, 1));
        texts.set(8, new CascadeThreshold.Asked(800, 1));
        texts.set(12, new CascadeThreshold.Asked(1200, -1));

        assertThat(CascadeThreshold.below(texts)).isEqualTo(801);
    }

    @Test
    void shouldNotAskMoreThanTheShare() {
        List<CascadeThreshold.Asked> texts = texts(100);
        texts.set(5, new CascadeThreshold.Asked(500, 1));
        texts.set(60, new CascadeThreshold.Asked(6000, 1));

        assertThat(CascadeThreshold.below(texts)).isEqualTo(501);
    }

    @Test
    void shouldNotSplitTextsOfOneConfidence() {
        List<CascadeThreshold.Asked> texts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            texts.add(new CascadeThreshold.Asked(5000, 1));
        }

        assertThat(CascadeThreshold.below(texts)).isZero();
    }

    @Test
    void shouldAskNobodyWhenNothingIsWon() {
        assertThat(CascadeThreshold.below(texts(100))).isZero();
        assertThat(CascadeThreshold.below(List.of())).isZero();
    }

    private static List<CascadeThreshold.Asked> texts(int count) {
        List<CascadeThreshold.Asked> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(new CascadeThreshold.Asked(100 * i, 0));
        }
        return texts;
    }
}
