package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a later, better answer to a message does to its conversation. */
class ReclassifyTest {
    private final RouterHarness router = new RouterHarness();

    @BeforeEach
    void configureShop() {
        router.configure(new Shop()
                .queue("billing", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, 0, false)
                .agent("ada", 2, List.of("general"))
                .agent("bob", 2, List.of("billing"))
                .rule("refund", "billing", null)
                .build());
    }

    @Test
    void shouldMoveAWaitingConversationInPlace() {
        Decision first = router.message("c1", "hello");
        long queuedAt = router.conversation(first.conversation).queuedAt;
        router.pass(Duration.ofSeconds(5));

        Decision moved = router.reclassify(first.conversation, first.sequence, "refund");

        assertThat(moved.outcome).isEqualTo(Outcome.DONE);
        assertThat(moved.queue).isEqualTo(router.queueNumber("billing"));
        assertThat(router.conversation(first.conversation).queuedAt).isEqualTo(queuedAt);
        assertThat(router.conversation(first.conversation).stay).isEqualTo(1);
        assertThat(router.events).containsExactly(EventKind.CONVERSATION_SCORED, EventKind.CONVERSATION_QUEUED);
    }

    @Test
    void shouldRescindAnOfferThatNoLongerFits() {
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");
        router.logIn("bob");

        Decision moved = router.reclassify(offered.conversation, offered.sequence, "refund");

        assertThat(moved.agent).isEqualTo(router.agentNumber("bob"));
        assertThat(router.accept("ada", offered.offer).detail).contains("rescinded");
    }

    @Test
    void shouldScoreOnlyWhenThePlaceStaysTheSame() {
        Decision first = router.message("c1", "hello");

        assertThat(router.reclassify(first.conversation, first.sequence, "hi").outcome)
                .isEqualTo(Outcome.DONE);
        assertThat(router.events).containsExactly(EventKind.CONVERSATION_SCORED);
    }

    @Test
    void shouldLeaveTheLastWordToALaterMessage() {
        Decision first = router.message("c1", "hello");
        router.message("c1", "hello again");

        assertThat(router.reclassify(first.conversation, first.sequence, "refund").outcome)
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(router.events).isEmpty();
    }

    @Test
    void shouldNotMoveWhatAnAgentHasOrHasHad() {
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");
        router.accept("ada", offered.offer);

        assertThat(router.reclassify(offered.conversation, offered.sequence, "refund").outcome)
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.ASSIGNED);
        router.transfer("ada", offered.conversation, "general", "");
        assertThat(router.reclassify(offered.conversation, offered.sequence, "refund").outcome)
                .as("the agent sent it where it is")
                .isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void shouldScoreAParkedOneAndLeaveClosedOnesAlone() {
        Decision first = router.message("c1", "hello");
        router.park(first.conversation, true);

        assertThat(router.reclassify(first.conversation, first.sequence, "refund").state)
                .isEqualTo(RouteState.PARKED);
        assertThat(router.events).containsExactly(EventKind.CONVERSATION_SCORED);
        router.cancel(first.conversation);
        assertThat(router.reclassify(first.conversation, first.sequence, "refund").outcome)
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(router.reclassify(99_999, 1, "refund").outcome).isEqualTo(Outcome.NOT_FOUND);
    }
}
