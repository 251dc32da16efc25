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
import org.junit.jupiter.api.Test;

/** What becomes of offers: accepted, declined, expired, revoked, repeated. */
class OfferTest {
    private final RouterHarness router = new RouterHarness();

    private Decision offerTo(String... agents) {
        Shop shop = new Shop();
        for (String agent : List.of("ada", "bob")) {
            shop.agent(agent, 2, List.of("general"));
        }
        router.configure(shop.build());
        for (String agent : agents) {
            router.logIn(agent);
            router.pass(Duration.ofSeconds(1));
        }
        return router.message("c1", "hello");
    }

    @Test
    void shouldAnswerTheSameWhenTheWinnerAcceptsAgain() {
        Decision offered = offerTo("ada");
        Decision first = router.accept("ada", offered.offer);
        long sequence = router.router.lastSequence();

        Decision again = router.accept("ada", offered.offer);

        assertThat(again.outcome).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.offer).isEqualTo(first.offer);
        assertThat(again.conversation).isEqualTo(first.conversation);
        assertThat(router.router.lastSequence()).isEqualTo(sequence);
    }

    @Test
    void shouldRefuseAnAcceptOfAnothersOffer() {
        Decision offered = offerTo("ada", "bob");

        assertThat(router.accept("bob", offered.offer).outcome).isEqualTo(Outcome.CONFLICT);
        assertThat(router.accept("nobody", offered.offer).outcome).isEqualTo(Outcome.NOT_FOUND);
        assertThat(router.accept("ada", 4711).outcome).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void shouldAskTheNextAgentWhenTheFirstDeclines() {
        Decision offered = offerTo("ada", "bob");
        long queuedAt = router.conversation(offered.conversation).queuedAt;

        Decision declined = router.decline("ada", offered.offer);

        assertThat(declined.state).isEqualTo(RouteState.OFFERED);
        assertThat(declined.agent).isEqualTo(router.agentNumber("bob"));
        assertThat(router.conversation(offered.conversation).queuedAt).isEqualTo(queuedAt);
        assertThat(router.agent("ada").used).isZero();
    }

    @Test
    void shouldNotAskTheDecliningAgentAgainBeforeTheExclusionSoftens() {
        Decision offered = offerTo("ada");
        router.decline("ada", offered.offer);
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.QUEUED);

        router.tickThrough(Duration.ofSeconds(14));
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.QUEUED);

        router.tickThrough(Duration.ofSeconds(2));
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.OFFERED);
    }

    @Test
    void shouldAskAnotherAgentRatherThanSoftenWhenOneLogsIn() {
        Decision offered = offerTo("ada");
        router.decline("ada", offered.offer);

        router.logIn("bob");

        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.agent("bob").used).isEqualTo(1);
    }

    @Test
    void shouldLetAnAcceptWinThatComesAfterTheDeadlineButBeforeTheTick() {
        Decision offered = offerTo("ada");
        router.pass(Shop.OFFER_TIMEOUT.plusSeconds(1));

        assertThat(router.accept("ada", offered.offer).state).isEqualTo(RouteState.ASSIGNED);
        assertThat(router.tick().outcome).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void shouldRefuseAnAnswerToAnExpiredOfferAndSayWhy() {
        Decision offered = offerTo("ada");
        router.tickThrough(Shop.OFFER_TIMEOUT);

        Decision late = router.accept("ada", offered.offer);

        assertThat(late.outcome).isEqualTo(Outcome.CONFLICT);
        assertThat(late.detail).contains("expired");
    }

    @Test
    void shouldCountAnAgentAsNotRespondingAfterTwoExpiredOffersInARow() {
        offerTo("ada");
        router.message("c2", "hello");
        assertThat(router.agent("ada").offers.size()).isEqualTo(2);

        router.tickThrough(Shop.OFFER_TIMEOUT);

        assertThat(router.agent("ada").status).isEqualTo(AgentStatus.NOT_RESPONDING);
        assertThat(router.agent("ada").used).isZero();
        router.status("ada", AgentStatus.AVAILABLE);
        assertThat(router.agent("ada").missCount).isZero();
    }

    @Test
    void shouldAssignWithoutAnOfferWhenTheQueueAcceptsForTheAgent() {
        router.configure(new Shop()
                .queue("general", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LEAST_LOADED, 0, true)
                .agent("ada", 4, List.of("general"))
                .agent("bob", 2, List.of("general"))
                .build());
        router.logIn("ada");
        router.logIn("bob");

        Decision first = router.message("c1", "hello");
        Decision second = router.message("c2", "hello");
        Decision third = router.message("c3", "hello");

        assertThat(first.state).isEqualTo(RouteState.ASSIGNED);
        assertThat(router.events).endsWith(EventKind.CONVERSATION_QUEUED, EventKind.CONVERSATION_ASSIGNED);
        assertThat(List.of(first.agent, second.agent, third.agent))
                .as("0/4 and 0/2, then 1/4 and 0/2, then 1/4 and 1/2")
                .containsExactly(router.agentNumber("ada"), router.agentNumber("bob"), router.agentNumber("ada"));
    }

    @Test
    void shouldSkipWhoeverLacksTheSkillAndWhoeverIsFull() {
        router.configure(new Shop()
                .rule("refund", null, null, Shop.skill("money", 50))
                .agent("ada", 5, List.of("general"), Shop.skill("money", 49))
                .agent("bob", 1, List.of("general"), Shop.skill("money", 50))
                .build());
        router.logIn("ada");
        router.logIn("bob");

        assertThat(router.message("c1", "refund").agent).isEqualTo(router.agentNumber("bob"));
        assertThat(router.message("c2", "refund").state).isEqualTo(RouteState.QUEUED);
        assertThat(router.message("c3", "hello").agent).isEqualTo(router.agentNumber("ada"));
    }
}
