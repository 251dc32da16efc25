package io.strowger.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.strowger.engine.rules.Compilation.Compiled;
import io.strowger.models.Head;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionAllocationTest {
    private static final int ROUNDS = 20_000;

    @Test
    void shouldAllocateNothingWhenConditionsAreEvaluated() {
        ConditionCompiler compiler = new ConditionCompiler();
        Condition[] conditions = List.of(
                        "analysis.intent.label in ['a', 'b', 'track_order'] && analysis.intent.confidence >= 0.5",
                        "analysis.sentiment.score <= -0.6 || has(contact.tier) && contact.tier == 'gold'",
                        "attributes.order.startsWith('47') && 'order' in attributes && attributes.nothing == 'x'",
                        "double(attributes.total) * 2.0 > 30 && int(attributes.order) % 7 == 1 && size(text) > 3",
                        "(has(contact.language) ? contact.language : 'de') != 'fr' && text.contains('Bestellung')",
                        "size(attributes.nothing) / 0 > 1 || attributes.order > attributes.total")
                .stream()
                .map(text -> ((Compiled) compiler.compile(text)).condition())
                .toArray(Condition[]::new);
        RuleInput input = new Messages()
                .text("web-chat", "Wo bleibt meine Bestellung 4711?")
                .attributes(Map.of("order", "4711", "total", "19.90"))
                .answer(Head.INTENT, "track_order", 0.9)
                .answer(Head.SENTIMENT, "negative", 0.8)
                .input();
        int held = evaluate(conditions, input) + evaluate(conditions, input);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            long before = threads.getThreadAllocatedBytes(thread);
            held += evaluate(conditions, input);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertThat(held).isPositive();
        assertThat(least)
                .as("bytes in %d evaluations", ROUNDS * conditions.length)
                .isZero();
    }

    private static int evaluate(Condition[] conditions, RuleInput input) {
        int held = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Condition condition : conditions) {
                held += condition.holds(input) ? 1 : 0;
            }
        }
        return held;
    }
}
