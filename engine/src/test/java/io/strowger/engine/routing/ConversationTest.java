package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.CorrectAnalysis;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Head;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which conversation a message belongs to, and what becomes of it: rescored, parked, cancelled, transferred, reopened. */
class ConversationTest {
    private final RouterHarness router = new RouterHarness();

    @BeforeEach
    void configureShop() {
        router.configure(new Shop()
                .queue("billing", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, 10_000_000_000L, false)
                .agent("ada", 2, List.of("general"))
                .agent("bob", 2, List.of("billing"))
                .agent("cem", 2, List.of("general", "billing"))
                .rule("urgent", null, 900)
                .rule("refund", "billing", null)
                .build());
    }

    private Decision assigned(String agent, String conversation, String text) {
        Decision offered = router.message(conversation, text);
        assertThat(offered.agent).isEqualTo(router.agentNumber(agent));
        return router.accept(agent, offered.offer);
    }

    @Test
    void shouldPutAMessageIntoTheContactsOpenConversationOfThatChannel() {
        long first = router.message("chat", "", "", "u1", "one").conversation;
        long second = router.message("chat", "", "", "u1", "two").conversation;
        long anothers = router.message("chat", "", "", "u2", "three").conversation;
        long named = router.message("chat", "", "k", "u1", "four").conversation;
        long newest = router.message("chat", "", "", "u1", "five").conversation;

        assertThat(second).isEqualTo(first);
        assertThat(anothers).isNotEqualTo(first);
        assertThat(named).isNotEqualTo(first);
        assertThat(newest).isEqualTo(named);
        router.cancel(named);
        assertThat(router.message("chat", "", "", "u1", "six").conversation).isEqualTo(first);
    }

    @Test
    void shouldRescoreAWaitingConversationInPlace() {
        Decision first = router.message("c1", "hello");
        long queuedAt = router.conversation(first.conversation).queuedAt;
        router.pass(Duration.ofSeconds(5));

        Decision urgent = router.message("c1", "urgent");

        assertThat(urgent.conversation).isEqualTo(first.conversation);
        assertThat(urgent.priority).isEqualTo(900);
        assertThat(router.conversation(first.conversation).queuedAt).isEqualTo(queuedAt);
        router.message("c1", "urgent again");
        assertThat(router.events).containsExactly(EventKind.MESSAGE_RECEIVED, EventKind.CONVERSATION_SCORED);
    }

    @Test
    void shouldKeepACorrectionAndRouteAsBefore() {
        Decision first = router.message("c1", "hello");
        CorrectAnalysis correct = new CorrectAnalysis();
        correct.agent.set(Bytes.of("ada"));
        correct.conversation = first.conversation;
        correct.message = first.sequence;
        correct.head = Head.INTENT.code();
        correct.label.set(Bytes.of("get_refund"));
        Decision corrected = router.decide(0, correct);
        assertThat(corrected.outcome).isEqualTo(Outcome.DONE);
        assertThat(corrected.queue).isEqualTo(first.queue);
        assertThat(router.events).containsExactly(EventKind.ANALYSIS_CORRECTED);

        correct.label.set(Bytes.of("get\trefund"));
        assertThat(router.decide(0, correct).outcome).isEqualTo(Outcome.INVALID);
        correct.label.set(Bytes.of("x".repeat(129)));
        assertThat(router.decide(0, correct).outcome).isEqualTo(Outcome.INVALID);
        correct.label.set(Bytes.of("x"));
        correct.message = first.conversation - 1;
        assertThat(router.decide(0, correct).outcome).isEqualTo(Outcome.NOT_FOUND);
        correct.message = first.sequence + 100;
        assertThat(router.decide(0, correct).outcome).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void shouldRescindTheOfferWhenAMessageMovesTheConversation() {
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");
        router.logIn("bob");

        Decision moved = router.message("c1", "refund");

        assertThat(moved.queue).isEqualTo(router.queueNumber("billing"));
        assertThat(moved.agent).isEqualTo(router.agentNumber("bob"));
        assertThat(router.accept("ada", offered.offer).detail).contains("rescinded");
        assertThat(router.agent("ada").used).isZero();
    }

    @Test
    void shouldHoldCapacityInWrapUpUntilItIsDue() {
        router.logIn("bob");
        Decision assigned = assigned("bob", "c1", "refund");

        assertThat(router.complete("bob", assigned.conversation).state).isEqualTo(RouteState.WRAP_UP);
        assertThat(router.agent("bob").used).isEqualTo(1);
        router.tickThrough(Duration.ofSeconds(10));

        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.COMPLETED);
        assertThat(router.agent("bob").used).isZero();
    }

    @Test
    void shouldEndTheWrapUpWhenTheAgentCompletesAgain() {
        router.logIn("bob");
        Decision assigned = assigned("bob", "c1", "refund");
        router.complete("bob", assigned.conversation);

        assertThat(router.complete("bob", assigned.conversation).state).isEqualTo(RouteState.COMPLETED);
        assertThat(router.complete("bob", assigned.conversation).outcome).isEqualTo(Outcome.CONFLICT);
    }

    @Test
    void shouldReopenForTheLastAgentFirst() {
        router.logIn("ada");
        Decision assigned = assigned("ada", "c1", "hello");
        router.complete("ada", assigned.conversation);
        router.logIn("cem");
        router.pass(Duration.ofHours(1));

        Decision reopened = router.message("c1", "one more thing");

        assertThat(reopened.conversation).isEqualTo(assigned.conversation);
        assertThat(reopened.agent)
                .as("cem never had an offer and would be first")
                .isEqualTo(router.agentNumber("ada"));
        assertThat(router.conversation(reopened.conversation).stay).isEqualTo(2);
    }

    @Test
    void shouldAskAnyoneWhenTheLastAgentHasNoRoomForTooLong() {
        router.logIn("ada");
        Decision assigned = assigned("ada", "c1", "hello");
        router.complete("ada", assigned.conversation);
        assigned("ada", "c2", "hello");
        assigned("ada", "c3", "hello");
        router.logIn("cem");

        assertThat(router.message("c1", "again").state).isEqualTo(RouteState.QUEUED);
        router.tickThrough(Duration.ofSeconds(30));

        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.agent("cem").used).isEqualTo(1);
    }

    @Test
    void shouldReopenAtOnceWhenAMessageComesDuringWrapUp() {
        router.logIn("bob");
        Decision assigned = assigned("bob", "c1", "refund");
        router.complete("bob", assigned.conversation);

        Decision reopened = router.message("c1", "refund, please");

        assertThat(reopened.state).isEqualTo(RouteState.OFFERED);
        assertThat(reopened.agent).isEqualTo(router.agentNumber("bob"));
    }

    @Test
    void shouldForgetAClosedConversationWhenItsWindowIsOver() {
        Decision first = router.message("c1", "hello");
        router.cancel(first.conversation);
        router.tickThrough(Duration.ofHours(72));

        assertThat(router.complete("", first.conversation).outcome).isEqualTo(Outcome.NOT_FOUND);
        assertThat(router.message("c1", "hello").conversation).isNotEqualTo(first.conversation);
    }

    @Test
    void shouldForgetTheOldestClosedConversationsWhenThereAreTooMany() {
        RouterHarness small = new RouterHarness(new RouterLimits(1 << 20, 64, 2));
        small.configure(new Shop().build());
        long[] ids = new long[4];
        for (int index = 0; index < ids.length; index++) {
            ids[index] = small.message("c" + index, "hello").conversation;
            assertThat(small.cancel(ids[index]).state).isEqualTo(RouteState.CANCELLED);
        }

        assertThat(small.cancel(ids[0]).outcome).isEqualTo(Outcome.NOT_FOUND);
        assertThat(small.cancel(ids[1]).outcome).isEqualTo(Outcome.NOT_FOUND);
        assertThat(small.cancel(ids[2]).outcome).isEqualTo(Outcome.CONFLICT);
    }

    @Test
    void shouldKeepAParkedConversationFromAgentsUntilItIsResumed() {
        Decision waiting = router.message("c1", "hello");

        assertThat(router.park(waiting.conversation, true).state).isEqualTo(RouteState.PARKED);
        assertThat(router.park(waiting.conversation, true).outcome).isEqualTo(Outcome.UNCHANGED);
        router.logIn("ada");
        assertThat(router.message("c1", "hello?").state).isEqualTo(RouteState.PARKED);

        assertThat(router.park(waiting.conversation, false).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.park(waiting.conversation, true).outcome)
                .as("T13 parks what has no offer")
                .isEqualTo(Outcome.CONFLICT);
    }

    @Test
    void shouldCancelTheOfferWithItsConversation() {
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");

        assertThat(router.cancel(offered.conversation).state).isEqualTo(RouteState.CANCELLED);

        assertThat(router.agent("ada").used).isZero();
        assertThat(router.accept("ada", offered.offer).outcome).isEqualTo(Outcome.CONFLICT);
    }

    @Test
    void shouldRefuseToCancelWhatAnAgentHandles() {
        router.logIn("ada");
        Decision assigned = assigned("ada", "c1", "hello");
        long sequence = router.router.lastSequence();

        assertThat(router.cancel(assigned.conversation).outcome).isEqualTo(Outcome.CONFLICT);
        assertThat(router.complete("cem", assigned.conversation).outcome).isEqualTo(Outcome.CONFLICT);
        assertThat(router.router.lastSequence()).isEqualTo(sequence);
    }

    @Test
    void shouldKeepTheAgeWhenAConversationIsTransferredToAQueue() {
        router.logIn("ada");
        Decision assigned = assigned("ada", "c1", "hello");
        long queuedAt = router.conversation(assigned.conversation).queuedAt;
        router.pass(Duration.ofMinutes(1));
        router.logIn("bob");

        Decision transferred = router.transfer("ada", assigned.conversation, "billing", "");

        assertThat(transferred.queue).isEqualTo(router.queueNumber("billing"));
        assertThat(transferred.agent).isEqualTo(router.agentNumber("bob"));
        assertThat(router.conversation(assigned.conversation).queuedAt).isEqualTo(queuedAt);
        assertThat(router.agent("ada").used).isZero();
    }

    @Test
    void shouldAskTheAgentFirstToWhomAConversationIsTransferred() {
        router.logIn("ada");
        Decision assigned = assigned("ada", "c1", "hello");
        router.logIn("cem");

        assertThat(router.transfer("ada", assigned.conversation, "general", "cem").agent)
                .isEqualTo(router.agentNumber("cem"));
    }

    @Test
    void shouldRefuseATransferToWhoCanNotTakeIt() {
        router.logIn("ada");
        Decision assigned = assigned("ada", "c1", "hello");
        router.logIn("bob");

        assertThat(router.transfer("ada", assigned.conversation, "", "bob").outcome)
                .as("bob does not serve general")
                .isEqualTo(Outcome.CONFLICT);
        assertThat(router.transfer("ada", assigned.conversation, "nowhere", "").outcome)
                .isEqualTo(Outcome.NOT_FOUND);
        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.ASSIGNED);
    }
}
