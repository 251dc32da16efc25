package io.strowger.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.rules.Compilation.Certainty;
import io.strowger.engine.rules.Compilation.Compiled;
import io.strowger.engine.rules.Compilation.Refused;
import io.strowger.models.Head;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionCompilerTest {
    private static final ConditionCompiler COMPILER = new ConditionCompiler();

    private final Messages messages = new Messages()
            .text("web-chat", "Wo bleibt meine Bestellung 4711? Äpfel")
            .attributes(Map.of("order", "4711", "total", "19.90", "odd key", "x"))
            .answer(Head.INTENT, "track_order", 0.91)
            .answer(Head.SENTIMENT, "negative", 0.8)
            .score(-0.41);
    private final RuleInput input = messages.input();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "analysis.intent.label == 'track_order' && analysis.intent.confidence >= 0.9",
                "analysis.intent.label in ['track_order', 'delivery_period']",
                "analysis.sentiment.score < 0 && analysis.sentiment.score <= -0.41",
                "channel == \"web-chat\" && text.startsWith('Wo ') && text.endsWith('Äpfel') && text.contains('4711')",
                "attributes.order == '4711' && attributes['odd key'] == 'x' && 'order' in attributes",
                "has(attributes.order) && !has(attributes.nothing) && !('nothing' in attributes)",
                "has(analysis.intent) && has(analysis.intent.label) && !has(analysis.emotion)",
                "int(attributes.order) % 2 == 1 && double(attributes.total) * 2.0 > 39",
                "size(text) == 38 && text.size() > 3 && size('') == 0",
                "has(contact.tier) ? false : true",
                "attributes.nothing == 'x' || true",
                "!(attributes.nothing == 'x' && false)",
                "(has(contact.language) ? contact.language : 'de') == 'de'",
                "text > 'Wa' && text <= text && 'a' < 'b'",
                "1 + 2 * 3 - 4 / 2 == 5 && -(1 - 2) == 1 && 7 % 4 == 3",
                "1 in [1, 2] && 2.0 in [1.5, 2.0] && !(3 in [1, 2]) && 'b' in ['a', 'b']",
                "(true == (1 < 2)) != false"
            })
    void shouldHoldWhenTheMessageIsSo(String condition) {
        assertThat(compile(condition).holds(input)).as(condition).isTrue();
        assertThat(input.missingKeys()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attributes.nothing == 'x'",
                "!(attributes.nothing == 'x')",
                "attributes.nothing != 'x'",
                "conversation == ''",
                "contact.tier in ['gold']",
                "analysis.emotion.confidence < 0.5",
                "attributes.nothing == 'x' || false",
                "1 / 0 == 1 || channel == 'email'",
                "int(text) > 1",
                "double(attributes.nothing) + ((channel == 'x' || true) ? 1.0 : 2.0) > 0.0",
                "9223372036854775807 + int(attributes.order) > 0"
            })
    void shouldBeFalseAndCountedWhenAKeyIsMissing(String condition) {
        assertThat(compile(condition).holds(input)).as(condition).isFalse();
        assertThat(input.missingKeys()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    analysis.intent.labell == 'x'            | line 1, column 17: analysis.intent has no field labell; did you mean label?
                    analysis.intend.label == 'x'             | line 1, column 10: analysis has no field intend; did you mean intent?
                    has(contact.teir)                        | line 1, column 13: contact has no field teir; did you mean tier?
                    analyses.intent.label == 'x'             | line 1, column 1: there is no variable analyses; did you mean analysis?
                    txt == 'x'                               | line 1, column 1: there is no variable txt; did you mean text?
                    text.startWith('x')                      | line 1, column 6: there is no function startWith; did you mean startsWith?
                    text.matches('x')                        | line 1, column 13: 'matches()' of such values can't be used in a condition; use contains(), startsWith() or endsWith()
                    ['a'].exists(x, x == text)               | line 1, column 7: exists() can't be used in a condition; use 'in' with a list, or several conditions
                    analysis.sentiment.score == 0            | line 1, column 26: '==' does not go with a decimal number and a whole number; write the whole number with a decimal point, for example 1.0
                    attributes.order > 5                     | line 1, column 18: '>' does not go with a text and a whole number; put the number in quotes, or read the text with int() or double()
                    text                                     | line 1, column 1: a condition is true or false, this is a text; compare it with something
                    text = 'x'                               | line 1, column 6: '=' can't be read; did you mean ==?
                    text == 'x' and true                     | line 1, column 13: 'and' is not expected here; did you mean &&?
                    text ==                                  | line 1, column 8: the condition ends too early
                    attributes.a.b == 'x'                    | line 1, column 14: a text has no fields
                    text + 'x' == 'y'                        | line 1, column 6: texts can't be joined in a condition; compare the parts one by one
                    attributes[text] == 'x'                  | line 1, column 12: the key of an attribute must be written out
                    text in [channel]                        | line 1, column 10: a list can only hold texts and numbers that are written out
                    size(text) > 1u                          | line 1, column 12: '>' of such values can't be used in a condition
                    true < false                             | line 1, column 6: truth values have no order; compare them with == or !=
                    """)
    void shouldSayWhatIsWrongAndWhereWhenAConditionIsRefused(String condition, String expected) {
        Compilation compilation = COMPILER.compile(condition);
        assertThat(compilation).isInstanceOf(Refused.class);
        assertThat(((Refused) compilation).problem().toString()).isEqualTo(expected);
    }

    @Test
    void shouldCountLinesWhenAConditionHasSeveral() {
        Refused refused = (Refused) COMPILER.compile("text == 'a' &&\n  analysis.intent.labell == 'x'");
        assertThat(refused.problem().line()).isEqualTo(2);
        assertThat(refused.problem().column()).isEqualTo(19);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-(", "(1 + "})
    void shouldRefuseWhenAConditionIsNestedTooDeeply(String opening) {
        String condition = opening.repeat(1000) + "1" + ")".repeat(1000) + " == 1";
        assertThat(COMPILER.compile(condition)).isInstanceOf(Refused.class);
        assertThat(COMPILER.compile("1" + " + 1".repeat(2000) + " == 1")).isInstanceOf(Refused.class);
        assertThat(COMPILER.compile("x".repeat(9000))).isInstanceOf(Refused.class);
    }

    @Test
    void shouldAcceptManyAlternativesWhenTheyStandSideBySide() {
        String condition = "text == 'a'" + " || text == 'b'".repeat(300);
        assertThat(COMPILER.compile(condition)).isInstanceOf(Compiled.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
                    true                                                                      ; ALWAYS
                    text == 'x' || 1 < 2                                                      ; ALWAYS
                    text == 'x' && false                                                      ; NEVER
                    1 / 0 == 1                                                                ; NEVER
                    'a' in ['a', 'b']                                                         ; ALWAYS
                    analysis.intent.label == 'a' && analysis.intent.label == 'b'              ; NEVER
                    analysis.intent.label in ['a', 'c'] && analysis.intent.label in ['b']     ; NEVER
                    channel in ['a', 'c'] && channel in ['b', 'c']                            ; OPEN
                    channel == 'a' || channel == 'b'                                          ; OPEN
                    (channel == 'a' || channel == 'b') && 'c' == channel                      ; NEVER
                    text == 'x'                                                               ; OPEN
                    """)
    void shouldKnowTheValueWhenNoMessageIsNeeded(String condition, Certainty expected) {
        assertThat(((Compiled) COMPILER.compile(condition)).certainty()).isEqualTo(expected);
    }

    @Test
    void shouldListTheLabelsWhenConditionsCompareWithThem() {
        Compiled compiled =
                (Compiled) COMPILER.compile("analysis.intent.label in ['a', 'b'] || 'c' != analysis.urgency.label");
        assertThat(compiled.labels())
                .extracting(use -> use.path() + " " + use.label() + " " + use.column())
                .containsExactly(
                        "analysis.intent.label a 27", "analysis.intent.label b 32", "analysis.urgency.label c 40");
    }

    private static Condition compile(String condition) {
        Compilation compilation = COMPILER.compile(condition);
        assertThat(compilation).as(condition).isInstanceOf(Compiled.class);
        return ((Compiled) compilation).condition();
    }
}
