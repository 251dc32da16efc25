package io.strowger.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleSetTest {
    private final List<RuleConfiguration> rules = new ArrayList<>();
    private final RuleOutcome outcome = new RuleOutcome();

    private void rule(
            String word, @Nullable String queue, @Nullable Integer priority, boolean continues, Requirement... asks) {
        rules.add(new RuleConfiguration(word, word, queue, priority, List.of(asks), List.of("t-" + word), continues));
    }

    private RuleSet compile() {
        List<Condition> conditions = new ArrayList<>();
        rules.forEach(
                rule -> conditions.add(input -> input.message().text.toText().contains(rule.condition())));
        return new RuleSet(configuration(), conditions);
    }

    private OrganizationConfiguration configuration() {
        return new OrganizationConfiguration(
                "o",
                List.of(),
                List.of(queue("sales", 30), queue("general", 50, new Requirement("english", 40))),
                List.of(),
                rules,
                "general",
                RoutingLimits.DEFAULT);
    }

    private static QueueConfiguration queue(String id, int priority, Requirement... asks) {
        return new QueueConfiguration(
                id, id, OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, priority, List.of(asks), 1, 0, false);
    }

    private RuleOutcome evaluate(RuleSet set, String text) {
        ReceiveMessage message = new ReceiveMessage();
        message.text.set(Bytes.of(text));
        set.evaluate(new RuleInput().over(message, new Analysis(), NameTable.EMPTY), outcome);
        return outcome;
    }

    @Test
    void shouldSendToTheFallbackQueueWhenNoRuleMatches() {
        evaluate(compile(), "hello");

        assertThat(outcome.queue).isEqualTo(1);
        assertThat(outcome.priority).isEqualTo(50);
        assertThat(outcome.rule).isEqualTo(DomainEvent.NOBODY);
        assertThat(outcome.terms.tags().toText()).isEmpty();
    }

    @Test
    void shouldStopAtTheFirstMatchUnlessItContinues() {
        rule("buy", "sales", null, false);
        rule("buy now", "general", 900, false);
        RuleSet set = compile();

        evaluate(set, "buy now");

        assertThat(outcome.queue).isZero();
        assertThat(outcome.rule).isZero();
        assertThat(outcome.priority).isEqualTo(30);
    }

    @Test
    void shouldLetLaterRulesOverruleWhatAContinuingRuleSet() {
        rule("buy", "sales", 100, true, new Requirement("products", 20));
        rule("gold", null, 800, true);
        rule("now", "general", null, false, new Requirement("products", 60));
        RuleSet set = compile();

        evaluate(set, "buy gold now");

        assertThat(outcome.queue).isEqualTo(1);
        assertThat(outcome.rule).isEqualTo(2);
        assertThat(outcome.priority).isEqualTo(800);
        assertThat(outcome.terms.tags().toText()).isEqualTo("t-buy\nt-gold\nt-now");
        assertThat(Requirements.read(new ByteReader().wrap(outcome.terms.requirements())))
                .containsExactly(new Requirement("english", 40), new Requirement("products", 60));
    }

    @Test
    void shouldGiveTheSameTermsForTheSameCombination() {
        rule("gold", null, 800, true);
        RuleSet set = compile();
        Terms first = evaluate(set, "gold one").terms;

        assertThat(evaluate(set, "gold two").terms).isSameAs(first);
        assertThat(evaluate(set, "two").terms).isNotSameAs(first);
    }

    @Test
    void shouldCountWhatRulesCanLeadTo() {
        rule("a", null, null, true, new Requirement("s1", 1));
        rule("b", null, null, true, new Requirement("s2", 1));
        rule("c", "sales", null, false, new Requirement("s1", 1));

        assertThat(RequirementSets.possible(configuration(), 100))
                .as("two queues alone; general with s1, s2, both; sales with s1, and with both")
                .hasSize(7);
    }

    @Test
    void shouldKnowThatAVariableHasOneValueOnly() {
        for (String language : List.of("de", "fr", "es")) {
            rule("analysis.language.label == \"" + language + "\"", null, null, true, new Requirement(language, 1));
        }

        assertThat(RequirementSets.possible(configuration(), 100)).hasSize(5);
    }
}
