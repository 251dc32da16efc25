package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.rules.CelRuleCompiler;
import io.strowger.models.Head;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows about classification, T4 and T9: it is a step of receiving, so nothing waits for it; and shares of conversations. */
class ClassificationRowsTest {
    private final RouterHarness router = new RouterHarness(RouterLimits.DEFAULT, new CelRuleCompiler());

    @BeforeEach
    void configure() {
        router.restart("refund");
        router.configure(new Shop()
                .queue("billing")
                .queue("partner")
                .agent("ada", 1, List.of("general"))
                .rule("analysis.intent.label == 'refund'", "billing", null)
                .rule("channel == 'chat' && text == 'share' && draw < 30", "partner", null)
                .build());
    }

    @Test
    void t4ShouldClassifyInTheStepInWhichItArrives() {
        router.analysis.set(Head.INTENT, 0, 9_000);

        Decision decision = router.message("c1", "my money, please");

        assertThat(decision.queue).isEqualTo(router.queueNumber("billing"));
        assertThat(router.events)
                .containsExactly(
                        EventKind.CONVERSATION_OPENED,
                        EventKind.MESSAGE_RECEIVED,
                        EventKind.CONVERSATION_SCORED,
                        EventKind.CONVERSATION_QUEUED);
    }

    @Test
    void t9ShouldGoToTheFallbackQueueWhenTheModelsSayNothing() {
        Decision decision = router.message("c1", "my money, please");

        assertThat(decision.state).isEqualTo(RouteState.QUEUED);
        assertThat(decision.queue).isEqualTo(router.queueNumber("general"));
        assertThat(decision.rule).isEqualTo(DomainEvent.NOBODY);
    }

    @Test
    void shouldGiveAShareOfTheConversationsToAPartner() {
        int partner = router.queueNumber("partner");
        int given = 0;
        for (int number = 0; number < 2_000; number++) {
            Decision decision = router.message("c" + number, "share");
            given += decision.queue == partner ? 1 : 0;
            assertThat(router.message("c" + number, "share").queue).isEqualTo(decision.queue);
        }
        assertThat(given).isBetween(540, 660);
    }
}
