package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.RulePreference;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row 81: the agent whom a message names is asked first, for a while; row 82: or only if that agent is free. */
class RulePreferenceTest {
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final RouterHarness router = new RouterHarness();

    @BeforeEach
    void configure() {
        Shop shop = new Shop()
                .agent("ada", 1, List.of("general"))
                .agent("bob", 2, List.of("general"))
                .agent("cyd", 1, List.of());
        shop.rules.add(rule("waits", false));
        shop.rules.add(rule("asks", true));
        router.configure(shop.build());
        router.logIn("bob");
        router.pass(Duration.ofSeconds(1));
        router.logIn("ada");
    }

    private static RuleConfiguration rule(String text, boolean onlyIfFree) {
        RuleConfiguration rule = new RuleConfiguration(text, text, null, null, List.of(), List.of(), false);
        return rule.with(new RulePreference("manager", WINDOW.toNanos(), onlyIfFree));
    }

    private Decision message(String key, String text, String manager) {
        return router.message(key, text, "manager", manager);
    }

    @Test
    void shouldAskTheNamedAgentThoughAnotherIsIdleForLonger() {
        Decision decision = message("c1", "waits", "ada");

        assertThat(decision.agent).isEqualTo(router.agentNumber("ada"));
    }

    @Test
    void shouldWaitForTheNamedAgentUntilTheWindowEnds() {
        message("c1", "waits", "ada");
        Decision second = message("c2", "waits", "ada");
        assertThat(second.state).isEqualTo(RouteState.QUEUED);

        router.tickThrough(WINDOW);

        assertThat(router.conversation(second.conversation).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.agent("bob").offers.size()).isEqualTo(1);
    }

    @Test
    void shouldNotWaitWhenTheNamedAgentIsBusyAndOnlyAFreeOneIsWanted() {
        message("c1", "waits", "ada");

        assertThat(message("c2", "asks", "ada").agent).isEqualTo(router.agentNumber("bob"));
    }

    @Test
    void shouldAskAnybodyWhenNobodySuitableIsNamed() {
        for (String nobody : List.of("nobody", "cyd", "")) {
            Decision decision = message("c" + nobody, "waits", nobody);
            assertThat(decision.agent).isNotEqualTo(DomainEvent.NOBODY);
            assertThat(router.conversation(decision.conversation).preferredAgent)
                    .isEqualTo(DomainEvent.NOBODY);
        }
    }

    @Test
    void shouldNotWaitForAnAgentWhoIsGone() {
        router.status("ada", AgentStatus.OFFLINE);

        assertThat(message("c1", "waits", "ada").agent).isEqualTo(router.agentNumber("bob"));
    }
}
