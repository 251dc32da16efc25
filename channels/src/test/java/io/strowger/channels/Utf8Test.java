package io.strowger.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void shouldAgreeWithTheJdkWhenBytesAreRandom() {
        Random random = new Random(36);
        byte[] interesting = {
            0,
            0x41,
            0x7f,
            (byte) 0x80,
            (byte) 0x8f,
            (byte) 0x90,
            (byte) 0x9f,
            (byte) 0xa0,
            (byte) 0xbf,
            (byte) 0xc0,
            (byte) 0xc1,
            (byte) 0xc2,
            (byte) 0xdf,
            (byte) 0xe0,
            (byte) 0xe1,
            (byte) 0xed,
            (byte) 0xee,
            (byte) 0xef,
            (byte) 0xf0,
            (byte) 0xf1,
            (byte) 0xf4,
            (byte) 0xf5,
            (byte) 0xff
        };
        for (int round = 0; round < 300_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(12)];
            for (int index = 0; index < bytes.length; index++) {
                bytes[index] = interesting[random.nextInt(interesting.length)];
            }
            if ((Utf8.firstInvalid(bytes, 0, bytes.length) == Utf8.VALID) != isValidForTheJdk(bytes)) {
                throw new AssertionError(HexFormat.of().formatHex(bytes));
            }
        }
    }

    @Test
    void shouldNameTheFirstWrongByteWhenAValidPartComesBefore() {
        byte[] bytes = "0123456789\u00e9\u4f60x".getBytes(StandardCharsets.UTF_8);
        bytes[15] = (byte) 0xc0;

        assertThat(Utf8.firstInvalid(bytes, 3, bytes.length - 3)).isEqualTo(15);
    }

    @Test
    void shouldAgreeWithTheJdkWhenEveryCharacterIsEncoded() {
        byte[] into = new byte[8];
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            char[] characters = Character.toChars(codePoint);
            int end = Utf8.encode(characters, 0, characters.length, into, 1);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                assertThat(end).isEqualTo(Utf8.UNPAIRED_SURROGATE);
            } else if (!new String(into, 1, end - 1, StandardCharsets.UTF_8).equals(new String(characters))) {
                throw new AssertionError("U+" + Integer.toHexString(codePoint));
            }
        }
    }

    private static boolean isValidForTheJdk(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
