package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.AgentMatching;
import io.strowger.engine.configuration.BatchWeights;
import io.strowger.engine.configuration.CrossQueueOrder;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueBatch;
import io.strowger.engine.configuration.QueueTerms;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Duration WINDOW = Duration.ofMillis(200);
    private static final QueueBatch BATCH = new QueueBatch(WINDOW.toNanos(), 2, BatchWeights.USUAL);

    private final RouterHarness router = new RouterHarness();

    private static Shop shop() {
        return new Shop()
                .batch("general", BATCH)
                .agent("ada", 1, List.of("general"), Shop.skill("de", 50), Shop.skill("fr", 50))
                .agent("bob", 1, List.of("general"), Shop.skill("de", 50))
                .rule("german", "general", null, Shop.skill("de", 10))
                .rule("french", "general", null, Shop.skill("fr", 10));
    }

    @Test
    void shouldCollectUntilTheWindowCloses() {
        router.configure(shop().build());
        router.logIn("ada");
        router.logIn("bob");

        Decision german = router.message("c1", "german");
        assertThat(router.events).endsWith(EventKind.BATCH_OPENED);
        router.pass(Duration.ofMillis(100));
        Decision french = router.message("c2", "french");
        assertThat(router.events).doesNotContain(EventKind.BATCH_OPENED);
        assertThat(french.state).isEqualTo(RouteState.QUEUED);
        close(Duration.ofMillis(99));
        assertThat(router.conversation(german.conversation).state).isEqualTo(RouteState.QUEUED);
        close(Duration.ofMillis(1));

        assertThat(router.events)
                .containsExactly(
                        EventKind.BATCH_CLOSED,
                        EventKind.BATCH_PAIRED,
                        EventKind.OFFER_MADE,
                        EventKind.BATCH_PAIRED,
                        EventKind.OFFER_MADE);
        // One after the other the German one would have got ada, who is idle for longer, and the French one nobody.
        assertThat(asked(german)).isEqualTo("bob");
        assertThat(asked(french)).isEqualTo("ada");
    }

    @Test
    void shouldCollectAgainWhenAnAgentComesFree() {
        router.configure(shop().build());
        Decision first = router.message("c1", "german");
        assertThat(router.events).doesNotContain(EventKind.BATCH_OPENED);
        Decision second = router.message("c2", "german");
        router.logIn("bob");
        assertThat(router.events).endsWith(EventKind.BATCH_OPENED);
        close(WINDOW);
        assertThat(asked(first)).isEqualTo("bob");
        router.accept("bob", offer(first));
        router.tickThrough(WINDOW.multipliedBy(3));

        router.complete("bob", first.conversation);

        assertThat(router.events).endsWith(EventKind.BATCH_OPENED);
        close(WINDOW);
        assertThat(asked(second)).isEqualTo("bob");
    }

    @Test
    void shouldNotDelayAConversationThatWaitsForItsAgent() {
        router.configure(shop().build());
        router.logIn("bob");
        Decision first = router.message("c1", "german");
        close(WINDOW);
        router.accept("bob", offer(first));
        router.complete("bob", first.conversation);

        Decision again = router.message("c1", "german");

        assertThat(again.state).isEqualTo(RouteState.OFFERED);
    }

    @Test
    void shouldComeFirstWhenItWasPassedOverTooOften() {
        QueueBatch bySkill = new QueueBatch(WINDOW.toNanos(), 2, new BatchWeights(0, 1, 0, 0, 0));
        router.configure(new Shop()
                .batch("general", bySkill)
                .agent("ada", 1, List.of("general"), Shop.skill("de", 60), Shop.skill("fr", 90))
                .rule("german", "general", null, Shop.skill("de", 50))
                .rule("french", "general", null, Shop.skill("fr", 50))
                .build());
        Decision german = router.message("c0", "german");
        router.logIn("ada");
        for (int passed = 1; passed <= 2; passed++) {
            Decision french = router.message("c" + passed, "french");
            close(WINDOW);
            assertThat(asked(french)).as("fits better").isEqualTo("ada");
            assertThat(router.events).contains(EventKind.PASSED_OVER);
            assertThat(router.conversation(german.conversation).passed).isEqualTo(passed);
            router.accept("ada", offer(french));
            router.complete("ada", french.conversation);
        }
        router.message("c3", "french");

        close(WINDOW);

        assertThat(asked(german)).isEqualTo("ada");
        assertThat(router.events).doesNotContain(EventKind.PASSED_OVER, EventKind.BATCH_PAIRED);
    }

    @Test
    void shouldCountThoseThatComeFirstBecauseTheyWerePassedOver() {
        QueueBatch bySkill = new QueueBatch(WINDOW.toNanos(), 1, new BatchWeights(0, 1, 0, 0, 0));
        router.configure(new Shop()
                .batch("general", bySkill)
                .agent("ada", 1, List.of("general"), Shop.skill("de", 60), Shop.skill("it", 60), Shop.skill("fr", 90))
                .agent("bob", 1, List.of("general"), Shop.skill("it", 60), Shop.skill("fr", 90))
                .rule("german", "general", null, Shop.skill("de", 50))
                .rule("italian", "general", null, Shop.skill("it", 50))
                .rule("french", "general", null, Shop.skill("fr", 50))
                .build());
        Decision german = router.message("c0", "german");
        Decision italian = router.message("c1", "italian");
        router.logIn("bob");
        Decision french = router.message("c2", "french");
        close(WINDOW);
        assertThat(asked(french)).isEqualTo("bob");
        assertThat(router.conversation(italian.conversation).passed).isEqualTo(1);
        assertThat(router.conversation(german.conversation).passed)
                .as("bob does not suit it")
                .isZero();

        router.logIn("ada");
        close(WINDOW);

        assertThat(asked(italian)).isEqualTo("ada");
        assertThat(router.conversation(german.conversation).passed)
                .as("ada would have")
                .isEqualTo(1);
    }

    @Test
    void shouldTakeTheEarlierOfTwoThatCostTheSame() {
        router.configure(shop().batch("general", new QueueBatch(WINDOW.toNanos(), 2, new BatchWeights(0, 0, 0, 0, 0)))
                .build());
        router.logIn("ada");
        router.logIn("bob");
        List<Decision> all =
                List.of(router.message("c1", "german"), router.message("c2", "german"), router.message("c3", "german"));

        close(WINDOW);

        assertThat(asked(all.get(0))).isEqualTo("ada");
        assertThat(asked(all.get(1))).isEqualTo("bob");
        assertThat(router.conversation(all.get(2).conversation).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(all.get(2).conversation).passed).isZero();
    }

    @Test
    void shouldKeepTheTiersWhateverThePairsCost() {
        Shop shop = shop();
        shop.agents.add(new AgentConfiguration(
                "expert",
                "expert",
                List.of(Shop.skill("de", 100)),
                List.of("general"),
                9,
                new AgentMatching(CrossQueueOrder.STRICT, List.of(new QueueTerms(2, 0)))));
        router.configure(shop.build());
        router.logIn("expert");
        router.logIn("bob");
        Decision german = router.message("c1", "german");

        close(WINDOW);

        assertThat(asked(german)).isEqualTo("bob");
    }

    @Test
    void shouldAskWhoDeclinedBeforeWhenThereIsNobodyElse() {
        router.configure(shop().build());
        router.logIn("bob");
        Decision german = router.message("c1", "german");
        close(WINDOW);
        router.decline("bob", offer(german));

        router.tickThrough(Duration.ofSeconds(15));
        assertThat(router.conversation(german.conversation).state).isEqualTo(RouteState.QUEUED);
        close(WINDOW);

        assertThat(asked(german)).isEqualTo("bob");
    }

    @Test
    void shouldMatchAtOnceWhenAConfigurationEndsBatches() {
        router.configure(shop().build());
        router.logIn("bob");
        Decision german = router.message("c1", "german");

        router.configure(shop().batch("general", QueueBatch.NONE).build());
        router.tick();

        assertThat(asked(german)).isEqualTo("bob");
        close(WINDOW);
        assertThat(router.state().queues[0].batch.closesAt).isZero();
    }

    @Test
    void shouldWaitForNobodyWhenEverybodyWentAway() {
        router.configure(shop().build());
        router.logIn("bob");
        Decision german = router.message("c1", "german");
        router.status("bob", AgentStatus.AWAY);

        close(WINDOW);

        assertThat(router.events).containsExactly(EventKind.BATCH_CLOSED);
        assertThat(router.conversation(german.conversation).state).isEqualTo(RouteState.QUEUED);
        router.status("bob", AgentStatus.AVAILABLE);
        assertThat(router.events).endsWith(EventKind.BATCH_OPENED);
    }

    @Test
    void shouldCloseEarlyAndGoOnInTurnsWhenThereAreMany() {
        Shop shop = new Shop();
        shop.queue("general", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LEAST_LOADED, 0, false)
                .batch("general", BATCH);
        int many = 2 * BatchMatching.MOST + 40;
        for (int number = 0; number < many; number++) {
            shop.agent("agent-" + number, 2, List.of("general"));
        }
        router.configure(shop.build());
        for (int number = 0; number < many; number++) {
            router.logIn("agent-" + number);
        }
        for (int number = 0; number < BatchMatching.MOST; number++) {
            assertThat(router.state().queues[0].batch.closesAt).isNotEqualTo(router.now);
            router.message("c" + number, "hello");
        }
        assertThat(router.state().queues[0].batch.closesAt).as("full").isEqualTo(router.now);
        for (int number = BatchMatching.MOST; number < 2 * many + 5; number++) {
            router.message("c" + number, "hello");
        }

        router.tick();

        assertThat(Collections.frequency(router.events, EventKind.OFFER_MADE)).isEqualTo(2 * many);
        assertThat(Collections.frequency(router.events, EventKind.BATCH_CLOSED)).isEqualTo(5);
        assertThat(router.state().queues[0].batch.closesAt).isZero();
    }

    private void close(Duration time) {
        router.pass(time);
        router.tick();
    }

    private long offer(Decision decision) {
        OfferState offer = router.conversation(decision.conversation).offers.above(-1);
        assertThat(offer).isNotNull();
        return offer.id;
    }

    private String asked(Decision decision) {
        OfferState offer = router.conversation(decision.conversation).offers.above(-1);
        assertThat(offer).isNotNull();
        return router.state().names.agents().name(offer.agent);
    }
}
