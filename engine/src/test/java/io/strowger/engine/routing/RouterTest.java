package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a conversation, from its first message to its end. */
class RouterTest {
    private final RouterHarness router = new RouterHarness();

    @BeforeEach
    void configureShop() {
        assertThat(router.configure(new Shop()
                                .agent("ada", 2, List.of("general"))
                                .agent("bob", 2, List.of("general"))
                                .rule("urgent", null, 900)
                                .build())
                        .outcome)
                .isEqualTo(Outcome.DONE);
    }

    @Test
    void shouldQueueAMessageWhenNobodyIsThere() {
        Decision decision = router.message("c1", "hello");

        assertThat(decision.outcome).isEqualTo(Outcome.DONE);
        assertThat(decision.state).isEqualTo(RouteState.QUEUED);
        assertThat(decision.queue).isEqualTo(router.queueNumber("general"));
        assertThat(decision.priority).isEqualTo(50);
        assertThat(decision.conversation).isEqualTo(decision.sequence);
        assertThat(router.events)
                .containsExactly(
                        EventKind.CONVERSATION_OPENED,
                        EventKind.MESSAGE_RECEIVED,
                        EventKind.CONVERSATION_SCORED,
                        EventKind.CONVERSATION_QUEUED);
    }

    @Test
    void shouldOfferAtOnceWhenAnAgentIsAvailable() {
        router.logIn("ada");

        Decision decision = router.message("c1", "hello");

        assertThat(decision.state).isEqualTo(RouteState.OFFERED);
        assertThat(decision.agent).isEqualTo(router.agentNumber("ada"));
        assertThat(router.events).endsWith(EventKind.CONVERSATION_QUEUED, EventKind.OFFER_MADE);
    }

    @Test
    void shouldOfferTheUrgentConversationFirstWhenAnAgentBecomesAvailable() {
        long calm = router.message("c1", "hello").conversation;
        long urgent = router.message("c2", "urgent").conversation;
        long alsoCalm = router.message("c3", "hello").conversation;

        router.logIn("ada");

        assertThat(router.conversation(urgent).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.conversation(calm).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.conversation(alsoCalm).state).isEqualTo(RouteState.QUEUED);
    }

    @Test
    void shouldAssignWhenTheOfferIsAcceptedAndRouteTheNextMessageToTheAgent() {
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");

        Decision accepted = router.accept("ada", offered.offer);
        Decision next = router.message("c1", "are you there?");

        assertThat(accepted.state).isEqualTo(RouteState.ASSIGNED);
        assertThat(accepted.offer).isEqualTo(offered.offer);
        assertThat(next.state).isEqualTo(RouteState.ASSIGNED);
        assertThat(next.conversation).isEqualTo(offered.conversation);
        assertThat(next.agent).isEqualTo(router.agentNumber("ada"));
        assertThat(router.events).containsExactly(EventKind.MESSAGE_RECEIVED, EventKind.CONVERSATION_SCORED);
    }

    @Test
    void shouldFreeTheAgentAndOfferTheNextWhenCompleted() {
        router.logIn("ada");
        Decision first = router.message("c1", "one");
        router.accept("ada", first.offer);
        router.message("c2", "two");
        Decision third = router.message("c3", "three");
        assertThat(third.state).isEqualTo(RouteState.QUEUED);

        Decision completed = router.complete("ada", first.conversation);

        assertThat(completed.state).isEqualTo(RouteState.COMPLETED);
        assertThat(router.conversation(third.conversation).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.agent("ada").used).isEqualTo(2);
    }

    @Test
    void shouldGiveTheFirstAnswerAgainWhenAMessageIsRepeated() {
        Decision first = router.message("chat", "m1", "c1", "", "hello");
        router.logIn("ada");
        long sequence = router.router.lastSequence();

        Decision repeated = router.message("chat", "m1", "c1", "", "another body");

        assertThat(repeated.outcome).isEqualTo(Outcome.DUPLICATE);
        assertThat(repeated.duplicate).isTrue();
        assertThat(repeated.sequence).isEqualTo(first.sequence);
        assertThat(repeated.conversation).isEqualTo(first.conversation);
        assertThat(repeated.state).isEqualTo(RouteState.QUEUED);
        assertThat(router.router.lastSequence()).isEqualTo(sequence);
        assertThat(router.router.duplicates()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAMessageWithoutARecordWhenTheChannelIsUnknown() {
        Decision decision = router.message("fax", "m1", "c1", "", "hello");

        assertThat(decision.outcome).isEqualTo(Outcome.UNKNOWN_CHANNEL);
        assertThat(decision.sequence).isZero();
        assertThat(router.router.lastSequence()).isEqualTo(1);
    }

    @Test
    void shouldOfferTheAgentWhoIsIdleLongest() {
        router.logIn("bob");
        router.pass(java.time.Duration.ofSeconds(1));
        router.logIn("ada");

        assertThat(router.message("c1", "hello").agent).isEqualTo(router.agentNumber("bob"));
    }

    @Test
    void shouldRevokeTheOfferAndAskTheNextWhenTheAgentGoesAway() {
        router.logIn("bob");
        router.pass(java.time.Duration.ofSeconds(1));
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");

        router.status("bob", AgentStatus.AWAY);

        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.agent("ada").used).isEqualTo(1);
        assertThat(router.agent("bob").used).isZero();
        assertThat(router.events)
                .containsExactly(EventKind.AGENT_STATUS_CHANGED, EventKind.OFFER_ENDED, EventKind.OFFER_MADE);
    }
}
