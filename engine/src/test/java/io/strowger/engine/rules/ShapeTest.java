package io.strowger.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.rules.Compilation.Certainty;
import io.strowger.engine.rules.Compilation.Compiled;
import io.strowger.models.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is said of conditions without a message holds for every message. */
class ShapeTest {
    private static final int PAIRS = 4_000;
    private static final List<String> PARTS = List.of(
            "channel == 'a'",
            "channel != 'a'",
            "channel in ['a', 'b']",
            "'b' == channel",
            "analysis.intent.confidence > 0.5",
            "analysis.intent.confidence >= 0.5",
            "0.8 <= analysis.intent.confidence",
            "analysis.intent.confidence < 0.5",
            "analysis.intent.confidence == 0.5",
            "analysis.intent.confidence != 0.5",
            "analysis.intent.confidence > 0.99",
            "size(text) > 2",
            "size(text) <= 2",
            "text.contains('x')",
            "!(text.contains('x'))",
            "attributes.order == '1'",
            "has(attributes.order)");

    private final SplittableRandom random = new SplittableRandom(4711);

    @Test
    void shouldNeverSayMoreThanIsTrue() {
        List<RuleInput> messages = messages();
        ConditionCompiler compiler = new ConditionCompiler();
        int implied = 0;
        int never = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            String oneText = condition(3);
            String otherText = condition(2);
            Compiled one = (Compiled) compiler.compile(oneText);
            Compiled other = (Compiled) compiler.compile(otherText);
            boolean implies = one.shape().implies(other.shape());
            implied += implies ? 1 : 0;
            never += one.certainty() == Certainty.NEVER ? 1 : 0;
            for (RuleInput message : messages) {
                if (one.condition().holds(message)) {
                    assertThat(one.certainty()).as(oneText).isNotEqualTo(Certainty.NEVER);
                    if (implies) {
                        assertThat(other.condition().holds(message))
                                .as("%s, so %s", oneText, otherText)
                                .isTrue();
                    }
                }
            }
        }
        assertThat(implied).isGreaterThan(PAIRS / 50);
        assertThat(never).isGreaterThan(PAIRS / 50);
    }

    private String condition(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return PARTS.get(random.nextInt(PARTS.size()));
        }
        return "(" + condition(depth - 1) + (random.nextInt(3) > 0 ? " && " : " || ") + condition(depth - 1) + ")";
    }

    private static List<RuleInput> messages() {
        List<RuleInput> messages = new ArrayList<>();
        for (String channel : List.of("a", "b", "c")) {
            for (String text : List.of("", "x", "xyz", "abc")) {
                for (double confidence : new double[] {-1, 0, 0.3, 0.5, 0.6, 0.8, 1}) {
                    Messages message = new Messages().text(channel, text);
                    if (confidence >= 0) {
                        message.answer(Head.INTENT, "refund", confidence);
                    }
                    if (text.length() != 1) {
                        message.attributes(java.util.Map.of("order", confidence > 0.5 ? "1" : "2"));
                    }
                    messages.add(message.input());
                }
            }
        }
        return messages;
    }
}
