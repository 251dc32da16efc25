package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.configuration.ConfigurationCheck;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.RuleTiming;
import io.strowger.engine.configuration.ScoreFit;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which conversation comes first: by due instant, with artificial age; and that no key overflows. */
class OrderTest {
    private static final long TEN_YEARS = TimeUnit.DAYS.toNanos(3_650);

    private final RouterHarness router = new RouterHarness();

    @Test
    void shouldTakeWhatIsDueFirstWhenTheOrderIsByDueInstant() {
        Shop shop = shop(OrderPolicy.EDF, 0, Duration.ofMinutes(30).toNanos());
        timed(shop, "soon", 0, Duration.ofMinutes(5).toNanos());
        timed(shop, "later", 0, Duration.ofHours(1).toNanos());
        router.configure(shop.rule("urgent", null, 900).build());
        long later = router.message("a", "later").conversation;
        router.pass(Duration.ofMinutes(1));
        long usual = router.message("b", "hello").conversation;
        long urgent = router.message("c", "urgent").conversation;
        router.pass(Duration.ofMinutes(10));
        long soon = router.message("d", "soon").conversation;

        assertThat(List.of(next(), next(), next(), next()))
                .as("due at 0:16; 0:31 with priority; 0:31; 1:00")
                .containsExactly(soon, urgent, usual, later);
    }

    @Test
    void shouldPlaceAConversationAsIfItWaitedLongerWhenARuleGivesItAnAge() {
        Shop shop = shop(OrderPolicy.PRIORITY_FIFO, 0, 0);
        timed(shop, "back", Duration.ofMinutes(5).toNanos(), 0);
        router.configure(shop.build());
        long older = router.message("a", "hello").conversation;
        router.pass(Duration.ofMinutes(3));
        long newer = router.message("b", "hello").conversation;
        router.pass(Duration.ofMinutes(1));
        long aged = router.message("c", "back").conversation;

        assertThat(router.conversation(aged).queuedAt)
                .as("what is reported stays")
                .isEqualTo(router.now);
        assertThat(List.of(next(), next(), next())).containsExactly(aged, older, newer);
    }

    @Test
    void shouldKeepAgeAndDueInstantWhenItIsQueuedAgain() {
        Shop shop = shop(OrderPolicy.EDF, 0, Duration.ofMinutes(30).toNanos());
        timed(
                shop,
                "soon",
                Duration.ofMinutes(2).toNanos(),
                Duration.ofMinutes(5).toNanos());
        router.configure(shop.build());
        long soon = router.message("a", "soon").conversation;
        long key = router.conversation(soon).orderKey;
        long due = router.now + Duration.ofMinutes(5).toNanos();

        router.park(soon, true);
        router.pass(Duration.ofMinutes(20));
        router.park(soon, false);

        assertThat(router.conversation(soon).orderKey).isEqualTo(key);
        assertThat(router.conversation(soon).dueAt).isEqualTo(due);
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepKeysInOrderUpToTheLimitsOfTheConfiguration(OrderPolicy order) {
        long point = order == OrderPolicy.AGED ? TEN_YEARS / 1_000 : 0;
        QueueConfiguration queue = shop(order, point, TEN_YEARS).queues.get(0);
        ConfigurationCheck.check(shop(order, point, TEN_YEARS).build());
        long first = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond() * TimeUnit.SECONDS.toNanos(1);
        long last = Instant.parse("2199-12-31T00:00:00Z").getEpochSecond() * TimeUnit.SECONDS.toNanos(1);

        long leastKey = OrderKeys.of(queue, 1_000, first - TEN_YEARS, 0);
        long usualKey = OrderKeys.of(queue, 1_000, first, 0);
        long lateKey = OrderKeys.of(queue, 1_000, last, 0);
        long greatestKey = OrderKeys.of(queue, 0, last, last + TEN_YEARS);

        assertThat(leastKey).isPositive().isLessThan(usualKey);
        assertThat(usualKey).isLessThan(lateKey);
        assertThat(lateKey).isLessThan(greatestKey);
        assertThat(greatestKey).isLessThan(Long.MAX_VALUE);
    }

    @Test
    void shouldRefuseTimesWithWhichKeysCouldOverflow() {
        assertThatThrownBy(() -> ConfigurationCheck.check(
                        shop(OrderPolicy.EDF, 0, TEN_YEARS + 1).build()))
                .hasMessageContaining("queue general, targetNanos");
        assertThatThrownBy(() ->
                        ConfigurationCheck.check(shop(OrderPolicy.EDF, 0, 0).build()))
                .hasMessageContaining("queue general, targetNanos is 0");
        assertThatThrownBy(() -> ConfigurationCheck.check(
                        shop(OrderPolicy.AGED, TEN_YEARS / 1_000 + 1, 0).build()))
                .hasMessageContaining("nanosPerPoint");
        Shop shop = shop(OrderPolicy.AGED, 1, 0);
        timed(shop, "old", TEN_YEARS + 1, 0);
        assertThatThrownBy(() -> ConfigurationCheck.check(shop.build()))
                .hasMessageContaining("rule rule-old, ageNanos");
    }

    /** Lets the agent take the next one, and gives its id. */
    private long next() {
        router.logIn("ada");
        OfferState offer = router.agent("ada").offers.first();
        assertThat(offer).isNotNull();
        router.accept("ada", offer.id);
        assertThat(router.conversation(offer.conversation).state).isEqualTo(RouteState.ASSIGNED);
        router.status("ada", io.strowger.engine.event.AgentStatus.AWAY);
        router.complete("ada", offer.conversation);
        return offer.conversation;
    }

    private static Shop shop(OrderPolicy order, long nanosPerPoint, long targetNanos) {
        Shop shop = new Shop().agent("ada", 1, List.of("general"));
        shop.queues.clear();
        shop.queues.add(new QueueConfiguration(
                "general",
                "general",
                order,
                nanosPerPoint,
                Strategy.LONGEST_IDLE,
                50,
                List.of(),
                Shop.OFFER_TIMEOUT.toNanos(),
                0,
                false,
                new QueueMatching(ScoreFit.LINEAR, targetNanos, 1, false)));
        return shop;
    }

    private static void timed(Shop shop, String word, long ageNanos, long targetNanos) {
        shop.rules.add(new RuleConfiguration(
                "rule-" + word, word, null, null, List.of(), List.of(), false, new RuleTiming(ageNanos, targetNanos)));
    }
}
