package io.strowger.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.models.explain.Evidence;
import io.strowger.models.explain.Explainer;
import io.strowger.models.explain.Explanation;
import io.strowger.models.explain.HeadExplanation;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.privacy.EntityOptions;
import io.strowger.models.privacy.MaskingPolicies;
import io.strowger.models.privacy.Redaction;
import io.strowger.models.privacy.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that nobody means to send, or that somebody sends to see what breaks: each gets an answer that makes sense. */
class BadTextsTest {
    private static final int LARGEST_TEXT = 64 << 10;

    private final TextAnalyzer analyzer = InlineModels.builtin();
    private final LinearModel model = InlineModels.builtinModel();
    private final Explainer explainer = new Explainer(model, model.tasks());
    private final Redactor redactor = new Redactor(EntityOptions.DEFAULT, MaskingPolicies.defaults());

    static Stream<Arguments> texts() {
        return Stream.of(
                text("empty", ""),
                text("spaces", " \t\r\n\u00A0\u3000  "),
                text("controls", "\u0000\u0001\u0007\u001B[2J\u007F"),
                text("zero width", "\u200B\u200C\u200D\u2060\uFEFF"),
                text("right to left", "\u202E\u2067refund\u2069\u202C\u200F"),
                text("emoji sequences", "👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇩🇪1️⃣❤️"),
                text("marks without letters", "\u0301\u0302\u0E31\u093E\u064B"),
                text("marks upon marks", "Z" + "\u0310\u035B".repeat(500)),
                text(
                        "noncharacters",
                        "\uFFFE\uFFFF\uFDD0" + Character.toString(0x10FFFF) + Character.toString(0xE0001)),
                text("all scripts", "aяαاअকਕகతกაחհ한漢あア"),
                text("only punctuation", "?!.,;:-…¿¡„“"),
                text("only digits", "0123456789٠١٢٣"),
                bytes("stray bytes", 0x80, 0xBF, 0xFE, 0xFF, 0xC0, 0xAF),
                bytes("lone surrogates", 'a', 0xED, 0xA0, 0x80, 'b', 0xED, 0xBF, 0xBF),
                bytes("cut sequences", 0xE2, 0x82, 'x', 0xF0, 0x9F, 0x98),
                bytes("overlong", 0xC1, 0x81, 0xE0, 0x80, 0xAF, 0xF0, 0x80, 0x80, 0xAF),
                bytes("beyond Unicode", 0xF4, 0x90, 0x80, 0x80, 0xF7, 0xBF, 0xBF, 0xBF));
    }

    static Stream<Arguments> repeated() {
        return Stream.of(
                        " ", "a", "A", "0", "!", "@", "-", "\n", "\u0000", "é", "я", "ا", "の", "ก", "한", "😡", "\u200B",
                        "\u0301", "\u202E")
                .map(character -> text(
                        "64 KiB of U+" + Integer.toHexString(character.codePointAt(0)),
                        character.repeat(LARGEST_TEXT / character.getBytes(StandardCharsets.UTF_8).length)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"texts", "repeated"})
    @Timeout(20)
    void shouldBeAnswered(String name, byte[] text) {
        Analysis analysis = new Analysis();
        analyzer.analyze(text, 0, text.length, analysis);
        for (Head head : Head.values()) {
            assertThat(analysis.label(head)).isBetween(0, analyzer.labels(head).size() - 1);
            assertThat(analysis.confidence(head)).isBetween(0, Analysis.ONE);
        }

        Explanation explanation = explainer.explain(text);
        for (HeadExplanation head : explanation.heads()) {
            assertThat(head.answer().confidence()).isBetween(0.0, 1.0);
            assertThat(head.evidence()).extracting(Evidence::weight).allMatch(Double::isFinite);
        }

        Redaction redaction = redactor.redact(text);
        assertThat(redaction.text().chars().filter(c -> c == '\uFFFD').count()).isLessThanOrEqualTo(text.length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("repeated")
    void shouldNotBeChangedByRedactingWithoutPersonalData(String name, byte[] text) {
        Redaction redaction = redactor.redact(text);

        if (redaction.entities().isEmpty()) {
            assertThat(redaction.text().getBytes(StandardCharsets.UTF_8)).isEqualTo(text);
        }
    }

    @Test
    void shouldNotBeSureOfTheLanguageWithoutLetters() {
        for (String text : List.of("", "   ", "?!", "4711", "😡👍", "\u200B\u202E")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Analysis analysis = new Analysis();
            analyzer.analyze(bytes, 0, bytes.length, analysis);

            assertThat(analysis.confidence(Head.LANGUAGE)).as(text).isLessThan(Analysis.ONE / 5);
        }
    }

    @Test
    void shouldReadTheSameWithInvisibleCharactersInBetween() {
        Analysis plain = analyzed("I want a refund, please!");
        Analysis hidden = analyzed("\uFEFFI w\u200Bant a re\u00ADfund\u200E, ple\u2060ase!\u202E");

        for (Head head : Head.values()) {
            assertThat(hidden.label(head)).isEqualTo(plain.label(head));
            assertThat(hidden.confidence(head)).isEqualTo(plain.confidence(head));
        }
    }

    @Test
    void shouldReadNothingBeyondTheGivenPiece() {
        byte[] text = "xx€refund€xx".getBytes(StandardCharsets.UTF_8);
        byte[] alone = Arrays.copyOfRange(text, 5, 11);
        Analysis inside = new Analysis();
        analyzer.analyze(text, 5, 6, inside);
        Analysis apart = new Analysis();
        analyzer.analyze(alone, 0, alone.length, apart);

        for (Head head : Head.values()) {
            assertThat(inside.label(head)).isEqualTo(apart.label(head));
            assertThat(inside.confidence(head)).isEqualTo(apart.confidence(head));
        }
    }

    private Analysis analyzed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Analysis analysis = new Analysis();
        analyzer.analyze(bytes, 0, bytes.length, analysis);
        return analysis;
    }

    private static Arguments text(String name, String text) {
        return Arguments.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments bytes(String name, int... bytes) {
        byte[] text = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[i] = (byte) bytes[i];
        }
        return Arguments.of(name, text);
    }
}
