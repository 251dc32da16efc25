package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.AnswerOffer;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.AssignmentForced;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows of the transition tables that concern a conversation which an agent has: T29 to T35, A11. */
class HandlingRowsTest {
    private final RouterHarness router = new RouterHarness();

    @BeforeEach
    void configureShop() {
        router.configure(new Shop()
                .queue("billing")
                .agent("ada", 2, List.of("general"))
                .agent("bob", 1, List.of("general"))
                .agent("cem", 2, List.of("billing"))
                .build());
        router.logIn("ada");
    }

    private Decision adas(String conversation) {
        Decision offered = router.message(conversation, "hello");
        assertThat(offered.agent).isEqualTo(router.agentNumber("ada"));
        return router.accept("ada", offered.offer);
    }

    @Test
    void t29ShouldWaitAgainInItsPlaceWhenTheAgentGivesItBack() {
        Decision assigned = adas("c1");
        long key = router.conversation(assigned.conversation).orderKey;
        router.pass(Duration.ofSeconds(30));

        Decision back = router.unassign("ada", assigned.conversation);

        assertThat(back.state).as("ada is excluded for a while").isEqualTo(RouteState.QUEUED);
        assertThat(router.events).containsExactly(EventKind.ASSIGNMENT_ENDED, EventKind.CONVERSATION_QUEUED);
        assertThat(router.conversation(assigned.conversation).orderKey).isEqualTo(key);
        assertThat(router.conversation(assigned.conversation).requeues).isEqualTo(1);
        assertThat(router.agent("ada").used).isZero();
        router.logIn("bob");
        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.unassign("ada", assigned.conversation).outcome).isEqualTo(Outcome.CONFLICT);
    }

    @Test
    void t30ShouldParkWhenItWasGivenBackTooOften() {
        Decision assigned = adas("c1");
        for (int times = 0; times < router.state().limits.maxRequeues(); times++) {
            router.unassign("ada", assigned.conversation);
            router.tickThrough(Duration.ofSeconds(60));
            router.accept("ada", offerOf(assigned.conversation));
        }

        Decision parked = router.unassign("", assigned.conversation);

        assertThat(parked.state).isEqualTo(RouteState.PARKED);
        assertThat(router.events).containsExactly(EventKind.ASSIGNMENT_ENDED, EventKind.CONVERSATION_PARKED);
    }

    @Test
    void t32ShouldStayWithItsAgentUntilTheOtherOneAccepts() {
        Decision assigned = adas("c1");
        router.logIn("bob");

        Decision asked = router.transfer("ada", assigned.conversation, "", "bob");

        assertThat(asked.state).isEqualTo(RouteState.ASSIGNED);
        assertThat(asked.agent).isEqualTo(router.agentNumber("ada"));
        assertThat(router.events).containsExactly(EventKind.TRANSFER_STARTED, EventKind.OFFER_MADE);
        assertThat(router.agent("ada").used).isEqualTo(1);
        assertThat(router.agent("bob").used).as("reserved").isEqualTo(1);
        assertThat(router.transfer("ada", assigned.conversation, "", "bob").outcome)
                .isEqualTo(Outcome.UNCHANGED);

        Decision taken = router.accept("bob", offerOf(assigned.conversation));

        assertThat(taken.agent).isEqualTo(router.agentNumber("bob"));
        assertThat(router.events)
                .containsExactly(EventKind.ASSIGNMENT_ENDED, EventKind.OFFER_ENDED, EventKind.CONVERSATION_ASSIGNED);
        assertThat(router.agent("ada").used).isZero();
        assertThat(router.agent("bob").used).isEqualTo(1);
    }

    @Test
    void t32ShouldGoBackToItsAgentWhenTheOtherOneDeclinesExpiresOrLeaves() {
        Decision assigned = adas("c1");
        router.logIn("bob");
        router.transfer("ada", assigned.conversation, "", "bob");
        router.decline("bob", offerOf(assigned.conversation));
        assertThat(router.events).containsExactly(EventKind.OFFER_ENDED, EventKind.TRANSFER_FAILED);
        assertThat(router.conversation(assigned.conversation).agent).isEqualTo(router.agentNumber("ada"));

        router.transfer("ada", assigned.conversation, "", "bob");
        router.tickThrough(Shop.OFFER_TIMEOUT);
        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.ASSIGNED);
        assertThat(router.agent("bob").missCount).isEqualTo(1);

        router.transfer("ada", assigned.conversation, "", "bob");
        router.status("bob", AgentStatus.AWAY);
        assertThat(router.events)
                .containsExactly(EventKind.AGENT_STATUS_CHANGED, EventKind.OFFER_ENDED, EventKind.TRANSFER_FAILED);
        assertThat(router.agent("bob").used).isZero();
        assertThat(router.conversation(assigned.conversation).offers.last()).isNull();
        assertThat(router.conversation(assigned.conversation).exclusions.first())
                .isNull();
    }

    @Test
    void t32ShouldRescindTheOfferWhenTheConversationIsDoneBefore() {
        Decision assigned = adas("c1");
        router.logIn("bob");
        router.transfer("ada", assigned.conversation, "", "bob");
        long offer = offerOf(assigned.conversation);

        router.complete("ada", assigned.conversation);

        assertThat(router.accept("bob", offer).outcome).isEqualTo(Outcome.CONFLICT);
        assertThat(router.agent("bob").used).isZero();
        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.COMPLETED);
    }

    @Test
    void t32ShouldRefuseAnAgentWhoCanNotTakeItNow() {
        Decision assigned = adas("c1");

        assertThat(router.transfer("ada", assigned.conversation, "", "bob").detail)
                .contains("can't take it now");
        assertThat(router.transfer("ada", assigned.conversation, "", "cem").outcome)
                .as("does not serve the queue")
                .isEqualTo(Outcome.CONFLICT);
        assertThat(router.transfer("ada", assigned.conversation, "", "ada").outcome)
                .isEqualTo(Outcome.CONFLICT);
        assertThat(router.conversation(assigned.conversation).offers.last()).isNull();
    }

    @Test
    void t33ShouldFreeTheAgentsCapacityWhileTheCustomerHasToAnswer() {
        Decision assigned = adas("c1");

        Decision dormant = router.awaitCustomer("ada", assigned.conversation);

        assertThat(dormant.state).isEqualTo(RouteState.DORMANT);
        assertThat(dormant.agent).isEqualTo(router.agentNumber("ada"));
        assertThat(router.events).containsExactly(EventKind.CONVERSATION_RESTED);
        assertThat(router.agent("ada").used).isZero();
        assertThat(router.awaitCustomer("ada", assigned.conversation).outcome).isEqualTo(Outcome.UNCHANGED);
        adas("c2");
        adas("c3");
        assertThat(router.agent("ada").used).isEqualTo(2);
        assertThat(router.complete("ada", assigned.conversation).state).isEqualTo(RouteState.COMPLETED);
        assertThat(router.agent("ada").used)
                .as("what it does not hold is not released")
                .isEqualTo(2);
    }

    @Test
    void t34ShouldBeItsAgentsAgainWhenTheCustomerAnswersAndThereIsRoom() {
        Decision assigned = adas("c1");
        router.awaitCustomer("ada", assigned.conversation);
        router.status("ada", AgentStatus.DRAINING);

        Decision woken = router.message("c1", "here I am");

        assertThat(woken.state).isEqualTo(RouteState.ASSIGNED);
        assertThat(woken.agent).isEqualTo(router.agentNumber("ada"));
        assertThat(router.events)
                .containsExactly(
                        EventKind.MESSAGE_RECEIVED, EventKind.CONVERSATION_SCORED, EventKind.CONVERSATION_WOKEN);
        assertThat(router.agent("ada").used).isEqualTo(1);
    }

    @Test
    void t35ShouldWaitForItsAgentFirstWhenThatOneIsFull() {
        Decision assigned = adas("c1");
        router.awaitCustomer("ada", assigned.conversation);
        adas("c2");
        adas("c3");
        router.logIn("bob");

        Decision woken = router.message("c1", "here I am");

        assertThat(woken.state).as("bob is not asked yet").isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(assigned.conversation).preferredAgent).isEqualTo(router.agentNumber("ada"));
        assertThat(router.conversation(assigned.conversation).stay)
                .as("no new stay")
                .isEqualTo(1);
        router.tickThrough(Duration.ofSeconds(30));
        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.agent("bob").used).isEqualTo(1);
    }

    @Test
    void t35ShouldWaitForAnyoneWhenItsAgentIsOffline() {
        Decision assigned = adas("c1");
        router.awaitCustomer("ada", assigned.conversation);
        router.status("ada", AgentStatus.OFFLINE);
        router.tickThrough(Duration.ofMinutes(10));
        assertThat(router.conversation(assigned.conversation).state)
                .as("a dormant one does not return, it asks for nothing")
                .isEqualTo(RouteState.DORMANT);
        router.logIn("bob");

        Decision woken = router.message("c1", "here I am");

        assertThat(woken.agent).isEqualTo(router.agentNumber("bob"));
        assertThat(router.events)
                .containsExactly(
                        EventKind.MESSAGE_RECEIVED,
                        EventKind.CONVERSATION_SCORED,
                        EventKind.ASSIGNMENT_ENDED,
                        EventKind.CONVERSATION_QUEUED,
                        EventKind.OFFER_MADE);
    }

    @Test
    void shouldTellTheReasonBeforeWhatItIsTheReasonOf() {
        Decision assigned = adas("c1");
        router.reason = "lunch";
        router.unassign("ada", assigned.conversation);
        assertThat(router.events)
                .containsExactly(EventKind.REASON_GIVEN, EventKind.ASSIGNMENT_ENDED, EventKind.CONVERSATION_QUEUED);

        router.reason = "x".repeat(1_025);
        assertThat(router.cancel(assigned.conversation).detail).contains("1024");
        assertThat(router.events).isEmpty();
    }

    @Test
    void shouldAskAgainWhenTheAgentWhoDeclinedSaid() {
        Decision offered = router.message("c1", "hello");
        AnswerOffer decline = new AnswerOffer();
        decline.agent.set(Bytes.of("ada"));
        decline.offer = offered.offer;
        decline.retryAt = router.now + Duration.ofMinutes(10).toNanos();
        decline.reason.set(Bytes.of("on the phone"));

        router.decide(0, decline);

        assertThat(router.events).containsExactly(EventKind.REASON_GIVEN, EventKind.OFFER_ENDED);
        router.tickThrough(Duration.ofMinutes(9));
        assertThat(router.conversation(offered.conversation).state)
                .as("it does not soften")
                .isEqualTo(RouteState.QUEUED);
        router.tickThrough(Duration.ofMinutes(1));
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.OFFERED);
    }

    @Test
    void a11ShouldForceAnAssignmentOverCapacityAndSaySo() {
        router.logIn("cem");
        Decision first = router.message("c1", "hello");
        Decision second = router.message("c2", "hello");
        router.accept("ada", second.offer);
        router.park(router.message("c3", "hello").conversation, true);

        router.connection("bob", true);
        router.status("bob", AgentStatus.AWAY);
        Decision forced = router.assign(first.conversation, "bob");
        assertThat(forced.state).isEqualTo(RouteState.ASSIGNED);
        assertThat(router.events)
                .containsExactly(EventKind.OFFER_ENDED, EventKind.ASSIGNMENT_FORCED, EventKind.CONVERSATION_ASSIGNED);
        assertThat(lastForced().overCapacity).isFalse();
        router.assign(second.conversation, "bob");

        assertThat(lastForced().overCapacity).isTrue();
        assertThat(lastForced().by.toText()).isEqualTo("supervisor");
        assertThat(router.agent("bob").used).as("of 1").isEqualTo(2);
        assertThat(router.assign(second.conversation, "bob").outcome).isEqualTo(Outcome.UNCHANGED);
        router.complete("bob", first.conversation);
        router.status("bob", AgentStatus.AVAILABLE);
        assertThat(router.agent("bob").offers.size()).as("full").isZero();
    }

    @Test
    void a11ShouldRefuseToForceWorkOnWhoIsNotThere() {
        Decision first = router.message("c1", "hello");

        assertThat(router.assign(first.conversation, "bob").detail).contains("offline");
        assertThat(router.assign(first.conversation, "nobody").outcome).isEqualTo(Outcome.NOT_FOUND);
        router.accept("ada", first.offer);
        router.complete("ada", first.conversation);
        assertThat(router.assign(first.conversation, "ada").outcome).isEqualTo(Outcome.CONFLICT);
    }

    private long offerOf(long conversation) {
        OfferState offer = router.conversation(conversation).offers.last();
        assertThat(offer).isNotNull();
        return offer.id;
    }

    private AssignmentForced lastForced() {
        RecordView view = new RecordView().wrap(router.records.get(router.records.size() - 1), 0);
        AssignmentForced forced = new AssignmentForced();
        while (view.nextEvent()) {
            if (view.eventKind() == EventKind.ASSIGNMENT_FORCED) {
                forced.read(view.content());
            }
        }
        return forced;
    }
}
