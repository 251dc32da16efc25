package io.strowger.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {
    private final JsonWriter json = new JsonWriter(1);

    @Test
    void shouldPutCommasWhenMembersAndElementsFollowEachOther() {
        json.beginObject().name("a").beginArray().number(1).number(2).endArray();
        json.name("b").beginObject().endObject().name("c").nothing().endObject();

        assertThat(written()).isEqualTo("{\"a\":[1,2],\"b\":{},\"c\":null}");
    }

    @Test
    void shouldEscapeOnlyWhatMustBeWhenTextIsWritten() {
        String text = "\"\\/\n\r\t\u0001\u001f\u00e9\u4f60\ud83d\ude00\ud800";
        json.text(text);

        assertThat(written()).isEqualTo("\"\\\"\\\\/\\n\\r\\t\\u0001\\u001f\u00e9\u4f60\ud83d\ude00\ufffd\"");
    }

    @Test
    void shouldWriteTheSameWhenTextComesAsBytes() {
        byte[] utf8 = "x\"\\\n\u00e9\u4f60\ud83d\ude00x".getBytes(StandardCharsets.UTF_8);
        json.text(utf8, 1, utf8.length - 2);

        assertThat(written()).isEqualTo("\"\\\"\\\\\\n\u00e9\u4f60\ud83d\ude00\"");
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                9,
                10,
                99,
                100,
                -1,
                -10,
                1_234_567_890,
                999_999_999_999_999_999L,
                1_000_000_000_000_000_000L,
                Long.MAX_VALUE,
                Long.MIN_VALUE
            })
    void shouldWriteEveryDigitWhenNumbersAreWritten(long number) {
        json.number(number);

        assertThat(written()).isEqualTo(Long.toString(number));
    }

    @ParameterizedTest
    @CsvSource({
        "9100,4,0.91",
        "9900,4,0.99",
        "10000,4,1.0",
        "0,4,0.0",
        "-4100,4,-0.41",
        "1,4,0.0001",
        "82,1,8.2",
        "120,1,12.0",
        "-10000,4,-1.0"
    })
    void shouldWriteDecimalsWithoutNeedlessZerosWhenFixedPointIsWritten(long value, int decimals, String expected) {
        json.fixed(value, decimals);

        assertThat(written()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 35, 36, 1_295, 1_296, Long.MAX_VALUE})
    void shouldWriteBase36WhenIdsAreWritten(long number) {
        json.id('m', number);

        assertThat(written()).isEqualTo("\"m-" + Long.toString(number, 36) + "\"");
    }

    private String written() {
        return new String(json.array(), 0, json.length(), StandardCharsets.UTF_8);
    }
}
