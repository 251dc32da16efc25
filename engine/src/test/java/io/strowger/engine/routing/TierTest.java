package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.AgentMatching;
import io.strowger.engine.configuration.ConfigurationCheck;
import io.strowger.engine.configuration.CrossQueueOrder;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.QueueTerms;
import io.strowger.engine.configuration.ScoreFit;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tiers and delays of agents in queues, and which of several queues an agent serves first; Amazon Connect's rules by example. */
class TierTest {
    private static final long TWENTY_SECONDS = Duration.ofSeconds(20).toNanos();

    private final RouterHarness router = new RouterHarness();
    private final Shop shop = new Shop()
            .queue("sales")
            .queue("support")
            .rule("sales", "sales", null)
            .rule("support", "support", null);

    @Test
    void shouldServeTheQueueOfTheSmallerTierFirstWhateverTheAgesOfTheConversations() {
        serve("ada", CrossQueueOrder.STRICT, new QueueTerms(1, 0), new QueueTerms(2, 0));
        router.configure(shop.build());
        long old = wait("support");
        long young = wait("sales");

        assertThat(takenBy("ada", 2)).containsExactly(young, old);
    }

    @Test
    void shouldServeTheOldestFirstWhenTiersAreEqual() {
        serve("ada", CrossQueueOrder.STRICT, new QueueTerms(1, 0), new QueueTerms(1, 0));
        router.configure(shop.build());
        long first = wait("support");
        long second = wait("sales");
        long third = wait("support");

        assertThat(takenBy("ada", 3)).containsExactly(first, second, third);
    }

    @Test
    void shouldAskForAnotherQueueAfterItsDelayOnlyAndThenByTier() {
        serve("ada", CrossQueueOrder.STRICT, new QueueTerms(2, 0), new QueueTerms(1, TWENTY_SECONDS));
        router.configure(shop.build());
        long support = wait("support");
        long sales = wait("sales");
        assertThat(takenBy("ada", 1))
                .as("the tier of support is smaller, its delay not over")
                .containsExactly(sales);
        long more = wait("sales");
        router.tickThrough(Duration.ofSeconds(20));
        assertThat(takenBy("ada", 2))
                .as("the delay is over, so the tier counts")
                .containsExactly(support, more);
    }

    @Test
    void shouldAskWhoeverHelpsOutOnceADelayIsOverThoughNothingElseHappens() {
        serve("ada", CrossQueueOrder.STRICT, new QueueTerms(1, TWENTY_SECONDS), new QueueTerms(1, 0));
        router.configure(shop.build());
        router.logIn("ada");
        Decision waits = router.message("c", "sales");
        assertThat(waits.state).isEqualTo(RouteState.QUEUED);

        router.tickThrough(Duration.ofSeconds(19));
        assertThat(router.conversation(waits.conversation).state).isEqualTo(RouteState.QUEUED);
        router.tickThrough(Duration.ofSeconds(1));

        assertThat(router.conversation(waits.conversation).state).isEqualTo(RouteState.OFFERED);
    }

    @Test
    void shouldAskTheSmallerTierFirstAmongAgentsAndThoseWithADelayLater() {
        serve("ada", CrossQueueOrder.STRICT, new QueueTerms(1, TWENTY_SECONDS), new QueueTerms(1, 0));
        serve("bob", CrossQueueOrder.STRICT, new QueueTerms(2, 0), new QueueTerms(1, 0));
        serve("cem", CrossQueueOrder.STRICT, new QueueTerms(3, 0), new QueueTerms(1, 0));
        router.configure(shop.build());
        List.of("cem", "bob", "ada").forEach(router::logIn);
        Decision asked = router.message("c", "sales");
        assertThat(asked.agent).isEqualTo(router.agentNumber("bob"));
        asked = router.decline("bob", asked.offer);
        assertThat(asked.agent).isEqualTo(router.agentNumber("cem"));
        router.decline("cem", asked.offer);
        assertThat(router.agent("ada").offers.size()).isZero();

        router.tickThrough(Duration.ofSeconds(14));
        assertThat(router.agent("ada").offers.size()).as("20 s are not over").isZero();
    }

    @Test
    void shouldNotWaitForADelayWhenNobodyWithAShorterOneIsLoggedInAndTheQueueSaysSo() {
        shop.queues.removeIf(queue -> queue.id().equals("sales"));
        shop.queues.add(new QueueConfiguration(
                "sales",
                "sales",
                OrderPolicy.PRIORITY_FIFO,
                0,
                Strategy.LONGEST_IDLE,
                50,
                List.of(),
                Shop.OFFER_TIMEOUT.toNanos(),
                0,
                false,
                new QueueMatching(ScoreFit.LINEAR, 0, 1, true)));
        serve("ada", CrossQueueOrder.STRICT, new QueueTerms(1, TWENTY_SECONDS), new QueueTerms(1, 0));
        serve("bob", CrossQueueOrder.STRICT, new QueueTerms(1, 0), new QueueTerms(1, 0));
        router.configure(shop.build());
        router.logIn("ada");
        router.connection("bob", true);
        router.status("bob", AgentStatus.AWAY);
        Decision waits = router.message("c", "sales");
        assertThat(waits.state).as("bob is at work").isEqualTo(RouteState.QUEUED);

        router.status("bob", AgentStatus.OFFLINE);
        router.tick();

        assertThat(router.conversation(waits.conversation).state).isEqualTo(RouteState.OFFERED);
        router.cancel(waits.conversation);
        assertThat(router.message("d", "sales").agent).isEqualTo(router.agentNumber("ada"));
    }

    @Test
    void shouldServeTheOldestOfAllQueuesWhenTheAgentsOrderIsGlobal() {
        serve("ada", CrossQueueOrder.GLOBAL, new QueueTerms(1, 0), new QueueTerms(2, 0));
        router.configure(shop.build());
        long first = wait("support");
        long second = wait("sales");
        long third = wait("support");

        assertThat(takenBy("ada", 3)).containsExactly(first, second, third);
    }

    @Test
    void shouldServeQueuesByPriorityBeforeQueuesByAgeWhenTiersAreEqual() {
        shop.queue("support", OrderPolicy.AGED, 1_000_000_000, Strategy.LONGEST_IDLE, 0, false);
        serve("ada", CrossQueueOrder.GLOBAL, new QueueTerms(1, 0), new QueueTerms(1, 0));
        router.configure(shop.build());
        long byAge = wait("support");
        long byPriority = wait("sales");

        assertThat(takenBy("ada", 2)).containsExactly(byPriority, byAge);
    }

    @Test
    void shouldRefuseTermsThatDoNotFit() {
        serve("ada", CrossQueueOrder.STRICT, new QueueTerms(0, 0), new QueueTerms(1, 0));
        assertThatThrownBy(() -> ConfigurationCheck.check(shop.build())).hasMessageContaining("agent ada, tier is 0");
        shop.agents.clear();
        serve("ada", CrossQueueOrder.STRICT, new QueueTerms(1, 0));
        assertThatThrownBy(() -> ConfigurationCheck.check(shop.build())).hasMessageContaining("1 terms for 2 queues");
        shop.agents.clear();
        for (int number = 0; number < 10; number++) {
            serve("agent-" + number, CrossQueueOrder.STRICT, new QueueTerms(1, number), new QueueTerms(1, 0));
        }
        assertThatThrownBy(() -> ConfigurationCheck.check(shop.build()))
                .hasMessageContaining("queue sales, the number of its agents' different delays is 9");
    }

    private void serve(String agent, CrossQueueOrder order, QueueTerms... terms) {
        shop.agents.add(new AgentConfiguration(
                agent, agent, List.of(), List.of("sales", "support"), 1, new AgentMatching(order, List.of(terms))));
    }

    private long wait(String queue) {
        router.pass(Duration.ofSeconds(1));
        return router.message("chat", "", "", "", queue).conversation;
    }

    /** Which conversations an agent with room for one gets, one after the other. */
    private List<Long> takenBy(String agent, int count) {
        router.logIn(agent);
        List<Long> taken = new ArrayList<>();
        while (taken.size() < count) {
            OfferState offer = router.agent(agent).offers.first();
            assertThat(offer).isNotNull();
            taken.add(offer.conversation);
            router.accept(agent, offer.id);
            if (taken.size() == count) {
                router.status(agent, AgentStatus.AWAY);
            }
            router.complete(agent, offer.conversation);
        }
        return taken;
    }
}
