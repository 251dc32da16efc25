package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** New configurations, and what they do to what is going on. */
class ConfigurationTest {
    private final RouterHarness router = new RouterHarness();

    private static Shop shop() {
        return new Shop()
                .queue("billing")
                .rule("refund", "billing", null)
                .agent("ada", 2, List.of("general", "billing"))
                .agent("bob", 2, List.of("billing"));
    }

    @Test
    void shouldCountVersionsAndRefuseStaleOnes() {
        assertThat(router.configure(shop().build(), 0).version).isEqualTo(1);
        assertThat(router.configure(shop().without("bob").build(), 0).outcome).isEqualTo(Outcome.STALE_VERSION);
        assertThat(router.configure(shop().build(), 1).outcome).isEqualTo(Outcome.UNCHANGED);
        assertThat(router.configure(shop().without("bob").build(), 1).version).isEqualTo(2);
        assertThat(router.router.directory().organization("shop").version()).isEqualTo(2);
    }

    @Test
    void shouldRefuseWhatIsWrongAndSayWhere() {
        assertThat(router.configure(shop().agent("eve", 1, List.of("sales")).build()).detail)
                .isEqualTo("agent eve, queues: there is no queue sales");
        assertThat(router.configure(shop().rule("", null, null).build()).outcome)
                .as("the compiler refuses it")
                .isEqualTo(Outcome.INVALID);
        assertThat(router.configure(shop().queue(
                                        "aged",
                                        OrderPolicy.AGED,
                                        TimeUnit.DAYS.toNanos(30),
                                        Strategy.LONGEST_IDLE,
                                        0,
                                        false)
                                .build())
                        .detail)
                .startsWith("queue aged, nanosPerPoint");
        assertThat(router.router.directory().organizationCount()).isZero();
        router.configure(shop().build());
        assertThat(router.configure(
                                shop().channel("phone", ChannelKind.VOICE, 1, 1).build())
                        .outcome)
                .isEqualTo(Outcome.DONE);
        assertThat(router.configure(
                                shop().channel("phone", ChannelKind.CHAT, 1, 1).build())
                        .detail)
                .startsWith("channel phone, kind");
    }

    @Test
    void shouldRefuseRulesThatCanLeadToTooManySignatures() {
        RouterHarness small = new RouterHarness(new RouterLimits(1 << 20, 64, 10));
        Shop shop = new Shop();
        for (int rule = 0; rule < 7; rule++) {
            shop.continuing("w" + rule, null, null, Shop.skill("s" + rule, 1));
        }

        assertThat(small.configure(shop.build()).detail).contains("more than 64 sets of requirements");
    }

    @Test
    void shouldMoveWhatWaitsInARemovedQueueToTheFallbackQueue() {
        router.configure(shop().without("ada").build());
        router.logIn("bob");
        Decision offered = router.message("c1", "refund");
        long[] waiting = new long[400];
        for (int index = 0; index < waiting.length; index++) {
            waiting[index] = router.message("w" + index, "refund").conversation;
        }
        Shop smaller = new Shop().agent("ada", 2, List.of("general")).agent("bob", 2, List.of("general"));

        router.configure(smaller.build());
        while (router.router.nextDeadline() <= router.now) {
            router.tick();
        }

        for (long conversation : waiting) {
            assertThat(router.conversation(conversation).queue).isEqualTo(router.queueNumber("general"));
        }
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.agent("bob").used).isEqualTo(2);
    }

    @Test
    void shouldTakeARemovedAgentOffline() {
        router.configure(shop().build());
        router.logIn("bob");
        Decision assigned = router.accept("bob", router.message("c1", "refund").offer);
        Decision offered = router.message("c2", "refund");

        router.configure(shop().without("bob").build());

        assertThat(router.agent("bob").status).isEqualTo(AgentStatus.OFFLINE);
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.status("bob", AgentStatus.AVAILABLE).outcome).isEqualTo(Outcome.NOT_FOUND);
        router.tickThrough(Duration.ofSeconds(60));
        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.QUEUED);
    }

    @Test
    void shouldMatchWhatANewSkillMakesPossible() {
        Shop before =
                new Shop().rule("refund", null, null, Shop.skill("money", 50)).agent("ada", 2, List.of("general"));
        router.configure(before.build());
        router.logIn("ada");
        Decision waiting = router.message("c1", "refund");
        assertThat(waiting.state).isEqualTo(RouteState.QUEUED);

        router.configure(before.agent("ada", 2, List.of("general"), Shop.skill("money", 50))
                .build());

        assertThat(router.conversation(waiting.conversation).state).isEqualTo(RouteState.OFFERED);
    }

    @Test
    void shouldRevokeTheNewestOffersThatNoLongerFit() {
        router.configure(shop().build());
        router.logIn("ada");
        Decision first = router.message("c1", "hello");
        Decision second = router.message("c2", "hello");

        router.configure(shop().agent("ada", 1, List.of("general", "billing")).build());

        assertThat(router.conversation(first.conversation).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.conversation(second.conversation).state).isEqualTo(RouteState.QUEUED);
    }

    @Test
    void shouldNeverTakeAwayWhatIsAssignedWhenCapacityShrinks() {
        router.configure(shop().build());
        router.logIn("ada");
        router.accept("ada", router.message("c1", "hello").offer);
        router.accept("ada", router.message("c2", "hello").offer);

        router.configure(shop().agent("ada", 1, List.of("general", "billing")).build());

        assertThat(router.agent("ada").used).isEqualTo(2);
        assertThat(router.message("c3", "hello").state).isEqualTo(RouteState.QUEUED);
    }

    @Test
    void shouldKeepOrganizationsApart() {
        router.configure(shop().build("one"));
        router.configure(shop().build("two"));
        router.organization = 1;
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");
        router.organization = 0;

        assertThat(router.message("c1", "hello").state).isEqualTo(RouteState.QUEUED);
        assertThat(router.accept("ada", offered.offer).outcome).isEqualTo(Outcome.NOT_FOUND);
        assertThat(router.complete("", offered.conversation).outcome).isEqualTo(Outcome.NOT_FOUND);
        router.organization = 7;
        assertThat(router.message("c1", "hello").outcome).isEqualTo(Outcome.UNKNOWN_ORGANIZATION);
    }

    @Test
    void shouldOrderByAgeAndPriorityTogetherWhenTheQueueSaysSo() {
        router.configure(new Shop()
                .queue("general", OrderPolicy.AGED, TimeUnit.SECONDS.toNanos(1), Strategy.LONGEST_IDLE, 0, false)
                .rule("urgent", null, 70)
                .agent("ada", 1, List.of("general"))
                .build());
        Decision old = router.message("c1", "hello");
        router.pass(Duration.ofSeconds(21));
        Decision urgent = router.message("c2", "urgent");

        router.logIn("ada");

        assertThat(router.conversation(old.conversation).state)
                .as("20 points are worth 20 seconds, it is 21 seconds older")
                .isEqualTo(RouteState.OFFERED);
        assertThat(router.conversation(urgent.conversation).state).isEqualTo(RouteState.QUEUED);
    }
}
