package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One test a row of the transition table, from the first message to the end; rows 29 to 35 are in {@link HandlingRowsTest}. */
class TransitionRowsTest {
    private final RouterHarness router = new RouterHarness();

    @BeforeEach
    void configureShop() {
        router.configure(new Shop()
                .queue("general", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, 0, false)
                .queue("billing", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, 10_000_000_000L, false)
                .queue("calls", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, 0, true)
                .agent("ada", 2, List.of("general", "billing", "calls"))
                .agent("bob", 2, List.of("general"))
                .rule("refund", "billing", null)
                .rule("call", "calls", null)
                .build());
    }

    private Decision assigned(String conversation, String text) {
        Decision offered = router.message(conversation, text);
        return router.accept("ada", offered.offer);
    }

    @Test
    void t1ShouldOpenAConversationWhenTheFirstMessageComes() {
        Decision opened = router.message("c1", "hello");

        assertThat(opened.outcome).isEqualTo(Outcome.DONE);
        assertThat(opened.conversation).isEqualTo(opened.sequence);
        assertThat(router.events.get(0)).isEqualTo(EventKind.CONVERSATION_OPENED);
    }

    @Test
    void t2ShouldGiveTheFirstAnswerWhenTheIdIsKnown() {
        Decision first = router.message("chat", "m1", "c1", "", "hello");

        Decision again = router.message("chat", "m1", "c1", "", "something else");

        assertThat(again.outcome).isEqualTo(Outcome.DUPLICATE);
        assertThat(again.conversation).isEqualTo(first.conversation);
        assertThat(router.events).isEmpty();
    }

    @Test
    void t8ShouldQueueByTheFirstRuleThatMatches() {
        assertThat(router.message("c1", "refund").queue).isEqualTo(router.queueNumber("billing"));
        assertThat(router.events)
                .containsExactly(
                        EventKind.CONVERSATION_OPENED,
                        EventKind.MESSAGE_RECEIVED,
                        EventKind.CONVERSATION_SCORED,
                        EventKind.CONVERSATION_QUEUED);
        assertThat(router.message("c2", "hello").state).isEqualTo(RouteState.QUEUED);
    }

    @Test
    void t12ShouldWaitInItsOldPlaceWhenItIsResumed() {
        long conversation = router.message("c1", "hello").conversation;
        long key = router.conversation(conversation).orderKey;
        router.park(conversation, true);
        router.pass(Duration.ofMinutes(1));

        assertThat(router.park(conversation, false).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(conversation).orderKey).isEqualTo(key);
    }

    @Test
    void t13ShouldLeaveTheQueueWhenItIsParked() {
        long conversation = router.message("c1", "hello").conversation;

        assertThat(router.park(conversation, true).state).isEqualTo(RouteState.PARKED);
        assertThat(router.conversation(conversation).tree).isNull();
        router.logIn("ada");
        assertThat(router.conversation(conversation).state).isEqualTo(RouteState.PARKED);
    }

    @Test
    void t14ShouldBeOfferedWhenSomebodyCanTakeIt() {
        long conversation = router.message("c1", "hello").conversation;
        router.logIn("ada");

        assertThat(router.conversation(conversation).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.agent("ada").used).as("reserved").isEqualTo(1);
    }

    @Test
    void t15ShouldBeAssignedAtOnceWhenTheQueueAcceptsForItsAgents() {
        router.logIn("ada");

        assertThat(router.message("c1", "call").state).isEqualTo(RouteState.ASSIGNED);
        assertThat(router.events).doesNotContain(EventKind.OFFER_MADE).endsWith(EventKind.CONVERSATION_ASSIGNED);
    }

    @Test
    void t16ShouldBeAssignedWhenTheOfferIsAccepted() {
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");

        assertThat(router.accept("ada", offered.offer).state).isEqualTo(RouteState.ASSIGNED);
        assertThat(router.events).containsExactly(EventKind.OFFER_ENDED, EventKind.CONVERSATION_ASSIGNED);
    }

    @Test
    void t18ShouldGoBackWithItsOriginalKeyWhenTheLastOfferEnds() {
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");
        long key = router.conversation(offered.conversation).orderKey;

        Decision declined = router.decline("ada", offered.offer);

        assertThat(declined.state).isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(offered.conversation).orderKey).isEqualTo(key);
        router.logIn("bob");
        router.tickThrough(Shop.OFFER_TIMEOUT);
        assertThat(router.conversation(offered.conversation).orderKey).isEqualTo(key);
        assertThat(router.agent("bob").used).isZero();
    }

    @Test
    void t24ShouldCancelWhatNoAgentHas() {
        router.logIn("ada");
        long offered = router.message("c1", "hello").conversation;
        router.status("ada", AgentStatus.AWAY);
        long parked = router.message("c2", "hello").conversation;
        router.park(parked, true);
        router.status("ada", AgentStatus.AVAILABLE);
        assertThat(router.conversation(offered).state).isEqualTo(RouteState.OFFERED);

        assertThat(router.cancel(offered).state).isEqualTo(RouteState.CANCELLED);
        assertThat(router.events).startsWith(EventKind.OFFER_ENDED, EventKind.CONVERSATION_CANCELLED);
        assertThat(router.cancel(parked).state).isEqualTo(RouteState.CANCELLED);
    }

    @Test
    void t26ShouldHoldTheCapacityInWrapUp() {
        router.logIn("ada");
        Decision assigned = assigned("c1", "refund");

        assertThat(router.complete("ada", assigned.conversation).state).isEqualTo(RouteState.WRAP_UP);
        assertThat(router.agent("ada").used).isEqualTo(1);
    }

    @Test
    void t27ShouldBeCompletedAtOnceWithoutWrapUp() {
        router.logIn("ada");
        Decision assigned = assigned("c1", "hello");

        assertThat(router.complete("ada", assigned.conversation).state).isEqualTo(RouteState.COMPLETED);
        assertThat(router.agent("ada").used).isZero();
    }

    @Test
    void t28ShouldEndTheWrapUpWhenItIsClosedOrDue() {
        router.logIn("ada");
        Decision due = assigned("c1", "refund");
        router.complete("ada", due.conversation);
        router.pass(Duration.ofSeconds(1));
        Decision closed = assigned("c2", "refund");
        router.complete("ada", closed.conversation);

        assertThat(router.complete("ada", closed.conversation).state).isEqualTo(RouteState.COMPLETED);
        router.tickThrough(Duration.ofSeconds(10));
        assertThat(router.conversation(due.conversation).state).isEqualTo(RouteState.COMPLETED);
        assertThat(router.agent("ada").used).isZero();
    }

    @Test
    void t31ShouldKeepItsAgeWhenItIsTransferredToAQueue() {
        router.logIn("ada");
        Decision assigned = assigned("c1", "hello");
        long queuedAt = router.conversation(assigned.conversation).queuedAt;
        router.pass(Duration.ofMinutes(1));

        Decision transferred = router.transfer("ada", assigned.conversation, "billing", "");

        assertThat(transferred.queue).isEqualTo(router.queueNumber("billing"));
        assertThat(router.conversation(assigned.conversation).queuedAt).isEqualTo(queuedAt);
    }

    @Test
    void t36ShouldOpenANewStayWhenTheCustomerWritesAgain() {
        router.logIn("ada");
        Decision assigned = assigned("c1", "hello");
        router.complete("ada", assigned.conversation);
        router.logIn("bob");
        router.pass(Duration.ofHours(1));

        Decision reopened = router.message("c1", "one more thing");

        assertThat(reopened.conversation).isEqualTo(assigned.conversation);
        assertThat(reopened.agent).isEqualTo(router.agentNumber("ada"));
        assertThat(router.conversation(assigned.conversation).stay).isEqualTo(2);
    }

    @Test
    void t37ShouldRunTheRulesAgainWhenAWaitingOneIsUnderstoodOtherwise() {
        Decision waiting = router.message("c1", "hello");

        Decision moved = router.reclassify(waiting.conversation, waiting.sequence, "refund");

        assertThat(moved.queue).isEqualTo(router.queueNumber("billing"));
        assertThat(router.events).containsExactly(EventKind.CONVERSATION_SCORED, EventKind.CONVERSATION_QUEUED);
    }
}
