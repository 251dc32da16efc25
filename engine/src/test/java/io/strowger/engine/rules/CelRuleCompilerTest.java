package io.strowger.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

class CelRuleCompilerTest {
    private final CelRuleCompiler compiler = new CelRuleCompiler();

    @Test
    void shouldDecideAlikeWhenAConditionIsCompiledAgain() {
        RuleOutcome outcome = new RuleOutcome();
        RuleInput input = new Messages().text("email", "x").input();
        for (int round = 0; round < 2; round++) {
            compiler.compile(organization("channel == 'email'")).evaluate(input, outcome);
            assertThat(outcome.rule).isZero();
            compiler.compile(organization("channel == 'chat'")).evaluate(input, outcome);
            assertThat(outcome.rule).isNegative();
        }
    }

    @Test
    void shouldNameTheRuleWhenAConditionIsWrong() {
        assertThatThrownBy(() -> compiler.compile(organization("chanel == 'email'")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rule one: line 1, column 1: there is no variable chanel; did you mean channel?");
    }

    private static OrganizationConfiguration organization(String condition) {
        QueueConfiguration queue = new QueueConfiguration(
                "all", "All", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, 50, List.of(), 1, 0, false);
        RuleConfiguration rule = new RuleConfiguration("one", condition, "all", null, List.of(), List.of(), false);
        return new OrganizationConfiguration(
                "demo", List.of(), List.of(queue), List.of(), List.of(rule), "all", RoutingLimits.DEFAULT);
    }
}
