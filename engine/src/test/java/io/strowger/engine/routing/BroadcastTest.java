package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.ScoreFit;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Offers to several agents at once: the first to accept gets the conversation. */
class BroadcastTest {
    private final RouterHarness router = new RouterHarness();

    @Test
    void t14ShouldAskSoManyAgentsAtOnceAndReserveTheCapacityOfEach() {
        Decision asked = ask(2, "ada", "bob", "cem");

        assertThat(asked.state).isEqualTo(RouteState.OFFERED);
        assertThat(asked()).containsExactly("ada", "bob");
        assertThat(router.agent("ada").used + router.agent("bob").used).isEqualTo(2);
        assertThat(router.events).endsWith(EventKind.OFFER_MADE, EventKind.OFFER_MADE);
    }

    @Test
    void t16ShouldRescindTheOtherOffersByAgentNumberWhenOneAccepts() {
        Decision asked = ask(4, "dan", "cem", "ada", "bob");
        assertThat(asked()).containsExactly("ada", "bob", "cem", "dan");

        Decision accepted = router.accept("cem", offerOf("cem"));

        assertThat(accepted.state).isEqualTo(RouteState.ASSIGNED);
        assertThat(accepted.agent).isEqualTo(router.agentNumber("cem"));
        assertThat(router.events)
                .containsExactly(
                        EventKind.OFFER_ENDED,
                        EventKind.OFFER_ENDED,
                        EventKind.OFFER_ENDED,
                        EventKind.OFFER_ENDED,
                        EventKind.CONVERSATION_ASSIGNED);
        assertThat(ended(OfferOutcome.RESCINDED)).containsExactly("ada", "bob", "dan");
        assertThat(router.agent("ada").used).isZero();
        assertThat(router.agent("cem").used).isEqualTo(1);
        assertThat(router.conversation(asked.conversation).offers.isEmpty()).isTrue();
    }

    @Test
    void shouldRefuseTheSecondAcceptAndLeaveNoEventWhenTwoAcceptAtOnce() {
        ask(2, "ada", "bob");
        long late = offerOf("bob");
        router.accept("ada", offerOf("ada"));
        long sequence = router.router.lastSequence();

        Decision second = router.accept("bob", late);

        assertThat(second.outcome).isEqualTo(Outcome.CONFLICT);
        assertThat(second.detail).contains("rescinded");
        assertThat(router.router.lastSequence()).isEqualTo(sequence);
    }

    @Test
    void t17ShouldAskTheNextOneWhenOneOfSeveralDeclines() {
        Decision asked = ask(2, "ada", "bob", "cem");

        Decision declined = router.decline("ada", offerOf("ada"));

        assertThat(declined.state).isEqualTo(RouteState.OFFERED);
        assertThat(asked()).containsExactly("bob", "cem");
        router.decline("bob", offerOf("bob"));
        assertThat(asked()).as("nobody is left to top up").containsExactly("cem");
        assertThat(router.conversation(asked.conversation).state).isEqualTo(RouteState.OFFERED);
    }

    @Test
    void t17ShouldAskAFreedAgentTooWhileFewerThanTheLimitAreAsked() {
        ask(3, "ada", "bob");
        assertThat(asked()).containsExactly("ada", "bob");

        router.logIn("cem");

        assertThat(asked()).containsExactly("ada", "bob", "cem");
        router.logIn("dan");
        assertThat(asked()).containsExactly("ada", "bob", "cem");
    }

    @Test
    void t18ShouldWaitInItsPlaceWhenTheLastOfferEnds() {
        Decision asked = ask(2, "ada", "bob");
        long key = router.conversation(asked.conversation).orderKey;
        router.decline("ada", offerOf("ada"));

        Decision last = router.decline("bob", offerOf("bob"));

        assertThat(last.state).isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(asked.conversation).orderKey).isEqualTo(key);
        router.tickThrough(Duration.ofSeconds(16));
        assertThat(asked()).as("the oldest soft exclusion only").hasSize(1);
    }

    @Test
    void shouldEndEachOfferAtItsOwnTimeAndTakeBackThoseOfWhoeverLeaves() {
        ask(2, "ada", "bob");
        router.status("ada", AgentStatus.AWAY);
        assertThat(asked()).containsExactly("bob");
        router.pass(Duration.ofSeconds(5));
        router.status("ada", AgentStatus.AVAILABLE);
        assertThat(asked()).containsExactly("ada", "bob");

        router.tickThrough(Shop.OFFER_TIMEOUT.minusSeconds(5));

        assertThat(asked()).containsExactly("ada");
    }

    @Test
    void shouldCancelAllOffersWhenTheConversationIsCancelled() {
        Decision asked = ask(3, "ada", "bob", "cem");

        router.cancel(asked.conversation);

        assertThat(ended(OfferOutcome.CANCELLED)).containsExactly("ada", "bob", "cem");
        assertThat(router.agent("bob").used).isZero();
    }

    @Test
    void shouldAskThePreferredAgentAloneUntilThatOneDeclines() {
        Decision first = ask(2, "ada", "bob", "cem");
        router.accept("bob", offerOf("bob"));
        router.complete("bob", first.conversation);

        router.message("c1", "hello");

        assertThat(asked()).containsExactly("bob");
        router.decline("bob", offerOf("bob"));
        assertThat(asked()).containsExactly("ada", "cem");
    }

    private Decision ask(int concurrentOffers, String... agents) {
        Shop shop = new Shop();
        shop.queues.clear();
        shop.queues.add(new QueueConfiguration(
                "general",
                "general",
                OrderPolicy.PRIORITY_FIFO,
                0,
                Strategy.LONGEST_IDLE,
                50,
                List.of(),
                Shop.OFFER_TIMEOUT.toNanos(),
                0,
                false,
                new QueueMatching(ScoreFit.LINEAR, 0, concurrentOffers, false)));
        for (String agent : List.of("ada", "bob", "cem", "dan")) {
            shop.agent(agent, 2, List.of("general"));
        }
        router.configure(shop.build());
        for (String agent : agents) {
            router.logIn(agent);
            router.pass(Duration.ofSeconds(1));
        }
        return router.message("c1", "hello");
    }

    /** Who has a pending offer, by number. */
    private List<String> asked() {
        List<String> names = new ArrayList<>();
        for (AgentState agent : router.state().agents) {
            if (agent.offers.size() > 0) {
                names.add(router.state().names.agents().name(agent.index));
            }
        }
        return names;
    }

    private long offerOf(String agent) {
        OfferState offer = router.agent(agent).offers.first();
        assertThat(offer).isNotNull();
        return offer.id;
    }

    /** Whose offers ended so, in the order in which they ended. */
    private List<String> ended(OfferOutcome outcome) {
        List<String> names = new ArrayList<>();
        for (OfferState offer = router.state().endedOffers.first(); offer != null; offer = offer.behind) {
            if (offer.outcome == outcome) {
                names.add(router.state().names.agents().name(offer.agent));
            }
        }
        return names;
    }
}
