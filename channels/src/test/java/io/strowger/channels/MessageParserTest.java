package io.strowger.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Attributes;
import io.strowger.engine.command.ReceiveMessage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageParserTest {
    private final MessageParser parser = new MessageParser(MessageLimits.DEFAULT);

    @Test
    void shouldFillEveryFieldWhenTheMessageIsComplete() {
        assertThat(parse("""
                        {"channel":"web-chat","externalId":"m-1","conversation":"c-42",
                         "contact":{"id":"u-7","name":"Ada","tier":"gold","language":"de"},
                         "text":"Wo bleibt meine Bestellung 4711?",
                         "attributes":{"order":"4711","amount":12.50,"vip":true,"none":null},"ack":"decided"}""")).isNull();

        ReceiveMessage message = parser.message();
        assertThat(message.channel.toText()).isEqualTo("web-chat");
        assertThat(message.externalId.toText()).isEqualTo("m-1");
        assertThat(message.conversationKey.toText()).isEqualTo("c-42");
        assertThat(message.contactId.toText()).isEqualTo("u-7");
        assertThat(message.contactName.toText()).isEqualTo("Ada");
        assertThat(message.contactTier.toText()).isEqualTo("gold");
        assertThat(message.contactLanguage.toText()).isEqualTo("de");
        assertThat(message.text.toText()).isEqualTo("Wo bleibt meine Bestellung 4711?");
        assertThat(attributes()).isEqualTo(Map.of("order", "4711", "amount", "12.50", "vip", "true"));
        assertThat(parser.ack()).isEqualTo(Ack.DECIDED);
    }

    @Test
    void shouldForgetTheLastMessageWhenTheNextIsRead() {
        parse(
                "{\"channel\":\"a\",\"externalId\":\"1\",\"text\":\"x\",\"attributes\":{\"k\":\"v\"},\"ack\":\"decided\"}");

        assertThat(parse("{\"text\":\"y\",\"channel\":\"b\",\"externalId\":null}"))
                .isNull();

        assertThat(parser.message().channel.toText()).isEqualTo("b");
        assertThat(parser.message().externalId.isEmpty()).isTrue();
        assertThat(attributes()).isEmpty();
        assertThat(parser.ack()).isNull();
    }

    @Test
    void shouldDecodeEscapesAndEveryScriptWhenTheTextHasThem() {
        String text = "a\n\"\\/\t\u00e9 \u05e9\u05dc\u05d5\u05dd \u4f60\u597d \ud83d\ude00";
        assertThat(
                        parse(
                                "{\"channel\":\"a\",\"text\":\"a\\n\\\"\\\\\\/\\t\\u00e9 \u05e9\u05dc\u05d5\u05dd \u4f60\u597d \\ud83d\\ude00\"}"))
                .isNull();

        assertThat(parser.message().text.toText()).isEqualTo(text);
    }

    @Test
    void shouldReadASliceOfALargerArrayWhenLinesAreBatched() {
        String line = "{\"channel\":\"a\",\"externalId\":\"7\",\"text\":\"x\"}";
        byte[] batch = ("junk" + line + "junk").getBytes(StandardCharsets.UTF_8);

        assertThat(parser.parse(batch, 4, line.length())).isNull();

        assertThat(parser.message().externalId.toText()).isEqualTo("7");
    }

    @Test
    void shouldIgnoreAndCountWhenFieldsAreUnknown() {
        assertThat(parse("{\"channel\":\"a\",\"x\":{\"text\":[1,{\"y\":2}]},\"contact\":{\"age\":7},\"text\":\"t\"}"))
                .isNull();

        assertThat(parser.unknownFieldCount()).isEqualTo(2);
        assertThat(parser.message().text.toText()).isEqualTo("t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"text\":\"x\"}|MISSING_FIELD|channel",
                "{\"channel\":\"a\"}|MISSING_FIELD|text",
                "{\"channel\":null,\"text\":\"x\"}|INVALID_FIELD|channel",
                "{\"channel\":\"\",\"text\":\"x\"}|INVALID_FIELD|channel",
                "{\"channel\":\"a\",\"text\":\"\"}|INVALID_FIELD|text",
                "{\"channel\":7,\"text\":\"x\"}|INVALID_FIELD|channel",
                "{\"channel\":\"a\",\"text\":[\"x\"]}|INVALID_FIELD|text",
                "{\"channel\":\"a\",\"text\":\"x\",\"contact\":\"u\"}|INVALID_FIELD|contact",
                "{\"channel\":\"a\",\"text\":\"x\",\"contact\":{\"id\":1}}|INVALID_FIELD|contact.id",
                "{\"channel\":\"a\",\"text\":\"x\",\"attributes\":[]}|INVALID_FIELD|attributes",
                "{\"channel\":\"a\",\"text\":\"x\",\"attributes\":{\"k\":{}}}|INVALID_FIELD|attributes.k",
                "{\"channel\":\"a\",\"text\":\"x\",\"attributes\":{\"k\":1,\"k\":2}}|DUPLICATE_FIELD|attributes.k",
                "{\"channel\":\"a\",\"text\":\"x\",\"text\":\"y\"}|DUPLICATE_FIELD|text",
                "{\"channel\":\"a\",\"text\":\"x\",\"ack\":\"now\"}|INVALID_FIELD|ack",
                "{\"channel\":\"a\",\"text\":\"x\",\"ack\":[1]}|INVALID_FIELD|ack",
                "{\"channel\":\"a\",\"text\":\"\\ud800\"}|INVALID_FIELD|text",
                "{\"channel\":\"a\",\"text\":\"\\u0000\"}|INVALID_FIELD|text",
                "{\"events\":{\"from\":-1}}|INVALID_FIELD|events.from",
                "{\"events\":{\"from\":99999999999999999999}}|INVALID_FIELD|events.from",
            })
    void shouldNameTheFieldWhenItIsWrong(String json, ProblemType type, String field) {
        Problem problem = parse(json);

        assertThat(problem).isNotNull();
        assertThat(problem.type()).isEqualTo(type);
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.detail()).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "[]",
                "7",
                "null",
                "{",
                "{\"channel\":",
                "{\"channel\":\"a\" \"text\":\"x\"}",
                "{\"channel\":\"a\",\"text\":\"x\"} {}",
                "{\"channel\":\"a\",\"text\":\"x\"}}",
                "{'channel':'a'}",
                "{\"channel\":\"a\",\"text\":\"line\nfeed\"}",
                "{\"channel\":\"a\",\"text\":\"x\",}",
                "{\"channel\":\"a\",\"text\":NaN}",
            })
    void shouldSayMalformedWhenItIsNoJsonObject(String json) {
        Problem problem = parse(json);

        assertThat(problem).isNotNull();
        assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_JSON);
        assertThat(problem.detail()).doesNotContain("Source").doesNotContain("REDACTED");
    }

    @Test
    void shouldSayWhereWhenTheJsonIsMalformed() {
        byte[] batch = "\n\n{\"channel\" \"a\"}".getBytes(StandardCharsets.UTF_8);

        Problem problem = parser.parse(batch, 2, batch.length - 2);

        assertThat(problem).isNotNull();
        assertThat(problem.detail()).startsWith("at byte 11:");
    }

    @Test
    void shouldRefuseWhenItIsNestedTooDeep() {
        Problem problem = parse("{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");

        assertThat(problem).isNotNull();
        assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_JSON);
        assertThat(problem.detail()).contains("32 levels");
    }

    @Test
    void shouldTakeATextOfExactlyTheLimitAndRefuseOneByteMore() {
        String longest = "\u00e9".repeat(32 << 10);

        assertThat(parse("{\"channel\":\"a\",\"text\":\"" + longest + "\"}")).isNull();
        assertThat(parser.message().text.length()).isEqualTo(64 << 10);

        Problem problem = parse("{\"externalId\":\"9\",\"channel\":\"a\",\"text\":\"" + longest + "x\"}");
        assertThat(problem).isNotNull();
        assertThat(problem.type()).isEqualTo(ProblemType.TEXT_TOO_LARGE);
        assertThat(problem.type().status()).isEqualTo(413);
        assertThat(problem.detail()).contains("65537").contains("65536");
        assertThat(parser.message().externalId.toText()).isEqualTo("9");
    }

    @Test
    void shouldCountTheTextAfterDecodingWhenItIsEscaped() {
        assertThat(parse("{\"channel\":\"a\",\"text\":\"" + "\\u0061".repeat(64 << 10) + "\"}"))
                .isNull();
    }

    @Test
    void shouldRefuseWhenIdsOrAttributesPassTheirLimits() {
        assertType(
                parse("{\"channel\":\"a\",\"text\":\"x\",\"externalId\":\"" + "i".repeat(257) + "\"}"),
                ProblemType.FIELD_TOO_LONG);
        assertType(
                parse("{\"channel\":\"a\",\"text\":\"x\",\"attributes\":{\"k\":\"" + "v".repeat(4_097) + "\"}}"),
                ProblemType.FIELD_TOO_LONG);
        assertType(
                parse("{\"channel\":\"a\",\"text\":\"x\",\"attributes\":{\"" + "k".repeat(129) + "\":1}}"),
                ProblemType.FIELD_TOO_LONG);
        StringBuilder many = new StringBuilder("{\"channel\":\"a\",\"text\":\"x\",\"attributes\":{\"k\":0");
        for (int index = 0; index < 64; index++) {
            many.append(",\"k").append(index).append("\":").append(index);
        }
        assertType(parse(many.append("}}").toString()), ProblemType.TOO_MANY_ATTRIBUTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"channel\":7,\"text\":\"x\",\"externalId\":\"e-1\"}",
                "{\"externalId\":\"e-1\",\"channel\":\"a\",\"text\":",
                "{\"contact\":[],\"externalId\":\"e-1\"}",
                "{\"attributes\":{\"a\":[],\"b\":{}},\"externalId\":\"e-1\"}",
            })
    void shouldRecoverTheExternalIdWhenTheMessageIsWrong(String json) {
        assertThat(parse(json)).isNotNull();

        assertThat(parser.message().externalId.toText()).isEqualTo("e-1");
        assertThat(parser.message().channel.isEmpty()).isTrue();
        assertThat(parser.message().text.isEmpty()).isTrue();
    }

    @Test
    void shouldRefuseAndSayWhereWhenTheBytesAreNotUtf8() {
        byte[] json = "{\"externalId\":\"e-1\",\"channel\":\"a\",\"text\":\"x?\"}".getBytes(StandardCharsets.UTF_8);
        json[json.length - 3] = (byte) 0xff;

        Problem problem = parser.parse(json, 0, json.length);

        assertType(problem, ProblemType.INVALID_UTF8);
        assertThat(problem.detail()).contains("offset " + (json.length - 3));
        assertThat(parser.message().externalId.toText()).isEqualTo("e-1");
    }

    @Test
    void shouldRefuseWhenTheJsonIsUtf16() {
        byte[] json = "{\"channel\":\"a\",\"text\":\"x\"}".getBytes(StandardCharsets.UTF_16LE);

        assertThat(parser.parse(json, 0, json.length)).isNotNull();
    }

    @Test
    void shouldTellWhenTheEventStreamIsAskedFor() {
        assertThat(parse("{\"events\":{\"from\":17}}")).isNull();
        assertThat(parser.eventsFrom()).isEqualTo(17);

        parse("{\"channel\":\"a\",\"text\":\"x\"}");
        assertThat(parser.eventsFrom()).isEqualTo(MessageParser.NO_EVENTS);
    }

    private static void assertType(@Nullable Problem problem, ProblemType type) {
        assertThat(problem).isNotNull();
        assertThat(problem.type()).isEqualTo(type);
    }

    private @Nullable Problem parse(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        return parser.parse(utf8, 0, utf8.length);
    }

    private Map<String, String> attributes() {
        Map<String, String> found = new LinkedHashMap<>();
        Attributes walk = new Attributes().over(parser.message().attributes);
        while (walk.next()) {
            found.put(walk.key().toText(), walk.value().toText());
        }
        return found;
    }
}
