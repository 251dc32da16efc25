package io.strowger.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void shouldDecodeRandomBytesLikeString() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(12)];
            for (int i = 0; i < bytes.length; i++) {
                // Mostly bytes beyond ASCII, so that sequences begin, end and break often.
                bytes[i] = (byte) (random.nextInt(8) == 0 ? random.nextInt(128) : 128 + random.nextInt(128));
            }
            assertThat(merged(decoded(bytes))).isEqualTo(merged(new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    @Test
    void shouldDecodeEveryCodePoint() {
        for (int codePoint = 0x80; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                continue;
            }
            byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
            long decoded = Utf8.decode(bytes, 0, bytes.length);
            assertThat(Utf8.codePoint(decoded)).isEqualTo(codePoint);
            assertThat(Utf8.width(decoded)).isEqualTo(bytes.length);
        }
    }

    /** How many replacement characters stand for a malformed part is nobody's business. */
    private static String merged(String text) {
        return text.replaceAll("\uFFFD+", "\uFFFD");
    }

    private static String decoded(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] >= 0) {
                text.append((char) bytes[at++]);
            } else {
                long decoded = Utf8.decode(bytes, at, bytes.length);
                text.appendCodePoint(Utf8.codePoint(decoded));
                at += Utf8.width(decoded);
            }
        }
        return text.toString();
    }
}
