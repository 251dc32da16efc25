package io.strowger.engine.routing;

import static io.strowger.engine.routing.Shop.skill;
import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.AgentMatching;
import io.strowger.engine.configuration.CrossQueueOrder;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.ScoreFit;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users of other products met, each with where they told of it: here it can't happen. */
class RacesTest {
    private static final List<String> GENERAL = List.of("general");

    private final RouterHarness router = new RouterHarness();

    private OfferState offerOf(String agent) {
        OfferState offer = router.agent(agent).offers.first();
        assertThat(offer).as("offer of %s", agent).isNotNull();
        return offer;
    }

    private void start(Shop shop, String... agents) {
        router.configure(shop.build());
        for (String agent : agents) {
            router.logIn(agent);
            router.pass(Duration.ofSeconds(1));
        }
    }

    private static Shop shop(int capacity, String... agents) {
        Shop shop = new Shop();
        for (String agent : agents) {
            shop.agent(agent, capacity, GENERAL);
        }
        return shop;
    }

    /** asterisk #176: two agents both answered the same call. */
    @Test
    void shouldBelongToOneAgentWhenTwoAcceptAtOnce() {
        Shop shop = shop(2, "ada", "bob");
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
                new QueueMatching(ScoreFit.LINEAR, 0, 2, false)));
        start(shop, "ada", "bob");
        long conversation = router.message("c1", "hello").conversation;
        long bobs = offerOf("bob").id;

        assertThat(router.accept("ada", offerOf("ada").id).outcome).isEqualTo(Outcome.DONE);
        assertThat(router.accept("bob", bobs).outcome).isEqualTo(Outcome.CONFLICT);

        assertThat(router.conversation(conversation).agent).isEqualTo(router.agentNumber("ada"));
        assertThat(router.agent("bob").used).isZero();
    }

    /** asterisk #1557: the outcome changed with the timing. Here the order of the log decides: the accept comes first. */
    @Test
    void shouldTakeAnAcceptThatComesLateButBeforeTheClock() {
        start(shop(1, "ada", "bob"), "ada");
        Decision offered = router.message("c1", "hello");
        router.pass(Shop.OFFER_TIMEOUT.plusSeconds(5));

        assertThat(router.accept("ada", offered.offer).state).isEqualTo(RouteState.ASSIGNED);

        router.tick();
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.ASSIGNED);
        assertThat(router.agent("ada").missCount).isZero();
    }

    /** asterisk #1557, the other order: the clock comes first. */
    @Test
    void shouldRefuseAnAcceptThatComesAfterTheClock() {
        start(shop(1, "ada", "bob"), "ada", "bob");
        Decision offered = router.message("c1", "hello");
        router.pass(Shop.OFFER_TIMEOUT);
        router.tick();

        Decision late = router.accept("ada", offered.offer);

        assertThat(late.outcome).isEqualTo(Outcome.CONFLICT);
        assertThat(late.detail).contains("expired");
        assertThat(offerOf("bob").conversation).isEqualTo(offered.conversation);
    }

    /** chatwoot #5362, #7204, #4158, #9587: work stays with an agent who went home. */
    @Test
    void shouldGoToAnotherAgentWhenItsAgentWentHome() {
        start(shop(2, "ada", "bob"), "ada");
        Decision offered = router.message("c1", "hello");
        router.accept("ada", offered.offer);
        router.status("ada", AgentStatus.OFFLINE);
        router.logIn("bob");

        router.tickThrough(Duration.ofSeconds(60));

        assertThat(offerOf("bob").conversation).isEqualTo(offered.conversation);
        assertThat(router.agent("ada").assignments.size()).isZero();
    }

    /** LiveHelperChat #1073, and declined offers of Salesforce: once all have declined it is never offered again. */
    @Test
    void shouldBeOfferedAgainWhenEverybodyDeclined() {
        start(shop(1, "ada", "bob"), "ada", "bob");
        Decision first = router.message("c1", "hello");
        Decision second = router.decline("ada", first.offer);
        router.decline("bob", second.offer);
        assertThat(router.conversation(first.conversation).state).isEqualTo(RouteState.QUEUED);

        router.tickThrough(Duration.ofSeconds(15));

        assertThat(offerOf("ada").conversation).isEqualTo(first.conversation);
    }

    /** Salesforce article 004576806: what was not accepted stays for ever with an agent who turned busy. */
    @Test
    void shouldBeOfferedToTheNextWhenTheOneWhoIsAskedTurnsAway() {
        start(shop(1, "ada", "bob"), "ada", "bob");
        Decision offered = router.message("c1", "hello");

        router.status("ada", AgentStatus.AWAY);

        assertThat(router.agent("ada").used).isZero();
        assertThat(offerOf("bob").conversation).isEqualTo(offered.conversation);
    }

    /** Rocket.Chat pull request 19352: many requests at once gave agents more chats than their limit. */
    @Test
    void shouldNeverGoOverTheLimitUnderLoad() {
        String[] agents = {"ada", "bob", "cem"};
        start(shop(3, agents), agents);

        for (int message = 0; message < 60; message++) {
            router.message("c" + message, "hello");
            for (String agent : agents) {
                if (message % 4 == 3 && router.agent(agent).offers.size() > 0) {
                    router.accept(agent, offerOf(agent).id);
                }
                assertThat(router.agent(agent).held).isLessThanOrEqualTo(3);
            }
        }

        assertThat(router.state().statistics.pendingOffers + router.state().statistics.assigned)
                .isEqualTo(9);
    }

    /** OpenACD #5: calls in quick succession all rang the first agent. */
    @Test
    void shouldAskDifferentAgentsWhenManyComeAtTheSameInstant() {
        String[] agents = {"ada", "bob", "cem", "dan"};
        start(shop(1, agents), agents);

        List<Integer> asked = new ArrayList<>();
        for (int message = 0; message < agents.length; message++) {
            asked.add(router.message("c" + message, "hello").agent);
        }

        assertThat(asked).doesNotHaveDuplicates().doesNotContain(-1);
    }

    /** asterisk #108: a shared agent did not serve the longest waiting caller of all queues. */
    @Test
    void shouldServeWhoeverWaitsLongestAcrossQueues() {
        Shop shop = new Shop()
                .queue("sales")
                .queue("support")
                .rule("buy", "sales", null)
                .rule("help", "support", null);
        shop.agents.add(new AgentConfiguration(
                "ada",
                "ada",
                List.of(),
                List.of("sales", "support"),
                9,
                new AgentMatching(CrossQueueOrder.GLOBAL, List.of())));
        router.configure(shop.build());
        List<Long> waiting = new ArrayList<>();
        for (String text : List.of("help", "buy", "help", "buy", "buy", "help")) {
            waiting.add(router.message("c" + waiting.size(), text).conversation);
            router.pass(Duration.ofSeconds(1));
        }

        router.logIn("ada");

        List<Long> served = new ArrayList<>();
        for (OfferState offer = router.agent("ada").offers.first(); offer != null; offer = offer.behind) {
            served.add(offer.conversation);
        }
        assertThat(served).isEqualTo(waiting);
    }

    /** chatwoot #10583, #10376, #10685: a freed agent got the new chat, and the old one stayed. */
    @Test
    void shouldGiveAFreedAgentTheOneThatWaitsLongest() {
        start(shop(1, "ada"), "ada");
        Decision first = router.message("c1", "hello");
        router.accept("ada", first.offer);
        long old = router.message("c2", "hello").conversation;
        router.pass(Duration.ofMinutes(9));
        router.message("c3", "hello");

        router.complete("ada", first.conversation);

        assertThat(offerOf("ada").conversation).isEqualTo(old);
    }

    /** comms-router: what a timeout moved to another queue was not given to the agent who was idle there. */
    @Test
    void shouldBeOfferedAtOnceWhereItIsMoved() {
        Shop shop = new Shop()
                .queue("other")
                .queue("third")
                .agent("ada", 1, List.of("other"))
                .agent("bob", 1, GENERAL);
        shop.agent("cem", 1, List.of("third")).rule("third", "third", null);
        start(shop, "ada", "bob");
        Decision taken = router.message("c1", "hello");
        router.accept("bob", taken.offer);
        long stranded = router.message("c2", "third").conversation;

        router.transfer("bob", taken.conversation, "other", "");
        assertThat(offerOf("ada").conversation).isEqualTo(taken.conversation);

        shop.queues.removeIf(queue -> queue.id().equals("third"));
        shop.rules.clear();
        shop.agent("cem", 1, GENERAL);
        router.configure(shop.build());
        router.tick();
        assertThat(offerOf("bob").conversation).as("its queue is gone").isEqualTo(stranded);
    }

    /** freeswitch #1216, #1221: one agent who did not answer halted the queue. */
    @Test
    void shouldGoOnWhenOneAgentDoesNotAnswer() {
        start(shop(1, "ada", "bob"), "ada", "bob");
        Decision first = router.message("c1", "hello");
        assertThat(first.agent).isEqualTo(router.agentNumber("ada"));
        Decision second = router.message("c2", "hello");

        assertThat(second.agent).isEqualTo(router.agentNumber("bob"));
        router.accept("bob", second.offer);
        router.complete("bob", second.conversation);
        Decision third = router.message("c3", "hello");
        assertThat(third.agent).as("ada is still being asked").isEqualTo(router.agentNumber("bob"));
    }

    /** freeswitch #1973, #2540: agents stay reserved for ever. */
    @Test
    void shouldReserveNothingOnceAnOfferIsOverHoweverItEnds() {
        start(shop(1, "ada"), "ada");
        router.cancel(router.message("c1", "hello").conversation);
        assertThat(router.agent("ada").used).isZero();
        router.customer(router.message("c2", "hello").conversation, false);
        assertThat(router.agent("ada").used).isZero();
        Decision declined = router.message("c3", "hello");
        router.decline("ada", declined.offer);
        assertThat(router.agent("ada").used).isZero();
        router.cancel(declined.conversation);
        Decision expired = router.message("c4", "hello");
        router.tickThrough(Shop.OFFER_TIMEOUT);
        assertThat(router.agent("ada").used).isZero();
        router.cancel(expired.conversation);
        router.message("c5", "hello");
        router.connection("ada", false);
        router.tickThrough(Duration.ofSeconds(10));
        assertThat(router.agent("ada").used).isZero();
    }

    /** OfficeDocs #9902: a customer who is queued again loses the place. */
    @Test
    void shouldKeepItsPlaceWhenItComesBackToTheQueue() {
        start(shop(1, "ada", "bob"), "ada");
        Decision first = router.message("c1", "hello");
        router.pass(Duration.ofSeconds(5));
        long second = router.message("c2", "hello").conversation;

        router.accept("ada", first.offer);
        router.unassign("ada", first.conversation);
        router.status("ada", AgentStatus.AWAY);
        router.logIn("bob");

        assertThat(offerOf("bob").conversation).isEqualTo(first.conversation);
        assertThat(router.conversation(second).state).isEqualTo(RouteState.QUEUED);
    }

    /** asterisk, leastrecent: after 11.6 days of idleness a key left its tier. */
    @Test
    void shouldNotLeaveItsTierHoweverLongAnAgentWasIdle() {
        Shop shop = new Shop().queue("other");
        shop.agent("old", 1, List.of("other", "general")).agent("new", 1, GENERAL);
        start(shop, "old");
        router.pass(Duration.ofDays(400));
        router.logIn("new");

        assertThat(router.message("c1", "hello").agent).isEqualTo(router.agentNumber("new"));
    }

    /** chatwoot pull requests 14495, 15275: a conversation is assigned anew dozens of times. */
    @Test
    void shouldStayWithItsAgentWhateverElseHappens() {
        Shop shop = shop(2, "ada", "bob").queue("other").rule("other", "other", null);
        start(shop, "ada", "bob");
        Decision offered = router.message("c1", "hello");
        router.accept("ada", offered.offer);

        Decision message = router.message("c1", "other");
        router.reclassify(offered.conversation, message.sequence, "other");
        router.status("ada", AgentStatus.AWAY);
        router.status("ada", AgentStatus.AVAILABLE);
        router.configure(shop.agent("cem", 9, GENERAL).build());
        router.logIn("cem");
        router.tickThrough(Duration.ofHours(1));

        assertThat(router.conversation(offered.conversation).agent).isEqualTo(router.agentNumber("ada"));
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.ASSIGNED);
    }

    /** freeswitch #2511: a caller with score 53 was connected before callers with 303, 273 and 200. */
    @Test
    void shouldServeTheHighestPriorityFirst() {
        Shop shop = shop(1, "ada").rule("low", null, 53).rule("high", null, 303).rule("middle", null, 200);
        router.configure(shop.build());
        router.message("c1", "low");
        router.message("c2", "middle");
        long high = router.message("c3", "high").conversation;

        router.logIn("ada");

        assertThat(offerOf("ada").conversation).isEqualTo(high);
    }

    /** asterisk #1006: the wrap-up ends earlier now and then. */
    @Test
    void shouldWrapUpForAsLongAsTheQueueSays() {
        Shop shop = shop(1, "ada");
        shop.queue("general", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, 30_000_000_000L, false);
        start(shop, "ada");
        Decision first = router.message("c1", "hello");
        router.accept("ada", first.offer);
        router.message("c2", "hello");
        router.complete("ada", first.conversation);

        router.status("ada", AgentStatus.AWAY);
        router.status("ada", AgentStatus.AVAILABLE);
        router.tickThrough(Duration.ofSeconds(29));
        assertThat(router.agent("ada").offers.size()).isZero();

        router.tickThrough(Duration.ofSeconds(1));
        assertThat(router.agent("ada").offers.size()).isEqualTo(1);
    }

    /** asterisk, autofill=no: the caller at the head whom nobody can serve holds up all others. */
    @Test
    void shouldNotWaitForAHeadThatTheAgentCanNotServe() {
        Shop shop = shop(1, "ada").rule("rare", null, 900, skill("rare", 50));
        shop.agent("bob", 1, GENERAL, skill("rare", 80));
        router.configure(shop.build());
        router.message("c1", "rare");
        long second = router.message("c2", "hello").conversation;

        router.logIn("ada");

        assertThat(offerOf("ada").conversation).isEqualTo(second);
    }
}
