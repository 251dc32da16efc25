package io.strowger.models.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HuffmanCodeTest {
    @Test
    void shouldGiveShorterCodesToFrequentSymbols() {
        long[] counts = new long[256];
        counts[0] = 1000;
        counts[1] = 100;
        counts[255] = 10;

        HuffmanCode code = HuffmanCode.of(counts);

        assertThat(code.length(0)).isEqualTo(1);
        assertThat(code.length(1)).isEqualTo(2);
        assertThat(code.length(255)).isEqualTo(2);
        assertThat(code.length(7)).isZero();
    }

    @Test
    void shouldLimitTheLengthWhenCountsAreSkewed() {
        long[] counts = new long[256];
        for (int symbol = 0; symbol < 40; symbol++) {
            counts[symbol] = 1L << symbol;
        }

        HuffmanCode code = HuffmanCode.of(counts);

        for (int symbol = 0; symbol < 40; symbol++) {
            assertThat(code.length(symbol)).isBetween(1, HuffmanCode.MAX_LENGTH);
        }
    }

    @Test
    void shouldDecodeWhatItEncodes() {
        long[] counts = new long[256];
        Random random = new Random(3);
        for (int symbol = 0; symbol < 256; symbol++) {
            counts[symbol] = random.nextInt(1000);
        }

        HuffmanCode code = HuffmanCode.of(counts);

        for (int symbol = 0; symbol < 256; symbol++) {
            if (counts[symbol] > 0) {
                int bits = code.code(symbol) << (HuffmanCode.MAX_LENGTH - code.length(symbol));
                assertThat(code.decode(bits)).isEqualTo(code.length(symbol) << 8 | symbol);
            }
        }
    }

    @Test
    void shouldRefuseLengthsThatMakeNoCode() {
        byte[] lengths = new byte[256];
        lengths[0] = 1;
        lengths[1] = 1;
        lengths[2] = 1;

        assertThatThrownBy(() -> HuffmanCode.read(new DataInputStream(new ByteArrayInputStream(lengths))))
                .isInstanceOf(IOException.class);
    }
}
