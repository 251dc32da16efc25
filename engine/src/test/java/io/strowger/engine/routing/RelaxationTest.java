package io.strowger.engine.routing;

import static io.strowger.engine.routing.Shop.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.configuration.ScoreFit;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requirements that are given up with time, that are wishes only, that have weights. */
class RelaxationTest {
    private static final List<String> GENERAL = List.of("general");

    private final RouterHarness router = new RouterHarness();

    @Test
    void t20ShouldAskWhoeverLacksASkillOnceItIsRelaxed() {
        router.configure(new Shop()
                .rule("refund", null, null, after("money", 50, 30))
                .agent("ada", 2, GENERAL)
                .build());
        router.logIn("ada");
        Decision waits = router.message("c", "refund");
        long key = router.conversation(waits.conversation).orderKey;

        router.tickThrough(Duration.ofSeconds(29));
        assertThat(router.conversation(waits.conversation).state).isEqualTo(RouteState.QUEUED);
        router.pass(Duration.ofSeconds(1));
        router.tick();

        assertThat(router.events).containsExactly(EventKind.REQUIREMENTS_RELAXED, EventKind.OFFER_MADE);
        assertThat(router.conversation(waits.conversation).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.conversation(waits.conversation).orderKey).isEqualTo(key);
    }

    @Test
    void shouldGiveUpOneRequirementAfterTheOther() {
        router.configure(new Shop()
                .rule("refund", null, null, after("money", 50, 30), after("german", 20, 60), skill("chat", 1))
                .agent("ada", 2, GENERAL, skill("german", 30), skill("chat", 10))
                .agent("bob", 2, GENERAL, skill("chat", 10))
                .agent("cem", 2, GENERAL, skill("money", 90), skill("german", 90))
                .build());
        List.of("ada", "bob", "cem").forEach(router::logIn);
        Decision waits = router.message("c", "refund");

        router.tickThrough(Duration.ofSeconds(30));
        assertThat(router.agent("ada").offers.size()).isEqualTo(1);
        router.decline("ada", router.agent("ada").offers.first().id);
        router.tickThrough(Duration.ofSeconds(14));
        assertThat(router.agent("bob").offers.size()).isZero();
        router.message("d", "refund");
        router.tickThrough(Duration.ofSeconds(60));

        assertThat(router.conversation(waits.conversation).signature().mandatory)
                .as("what has no time stays")
                .isEqualTo(1);
        assertThat(router.agent("cem").offers.size()).isZero();
    }

    @Test
    void shouldNotAskForItAgainWhenTheNextMessageComesButAgainAfterItWasClosed() {
        router.configure(
                new Shop().rule("refund", null, null, after("money", 50, 30)).build());
        long id = router.message("c", "refund").conversation;
        router.tickThrough(Duration.ofSeconds(30));
        assertThat(router.conversation(id).signature().mandatory).isZero();

        router.message("c", "refund");
        assertThat(router.conversation(id).signature().mandatory).isZero();
        router.cancel(id);
        router.message("c", "refund");

        assertThat(router.conversation(id).signature().mandatory).isEqualTo(1);
    }

    @Test
    void shouldAskForWhatIsNotMandatoryInTheScoreOnlyAndByItsWeight() {
        Shop shop = new Shop()
                .rule(
                        "refund",
                        null,
                        null,
                        new Requirement("german", 0, 3, false, 0),
                        new Requirement("money", 0, 1, false, 0))
                .agent("ada", 2, GENERAL, skill("money", 100))
                .agent("bob", 2, GENERAL, skill("german", 50))
                .agent("cem", 2, GENERAL);
        shop.queues.clear();
        shop.queues.add(new QueueConfiguration(
                "general",
                "general",
                OrderPolicy.PRIORITY_FIFO,
                0,
                Strategy.BEST_SCORE,
                50,
                List.of(),
                Shop.OFFER_TIMEOUT.toNanos(),
                0,
                false,
                new QueueMatching(ScoreFit.LINEAR, 0, 1, false)));
        router.configure(shop.build());
        List.of("cem", "ada", "bob").forEach(router::logIn);

        Decision asked = router.message("c", "refund");

        assertThat(asked.agent).as("3 x 0.5 against 1 x 1").isEqualTo(router.agentNumber("bob"));
        asked = router.decline("bob", asked.offer);
        assertThat(asked.agent).isEqualTo(router.agentNumber("ada"));
        asked = router.decline("ada", asked.offer);
        assertThat(asked.agent).as("who has neither").isEqualTo(router.agentNumber("cem"));
    }

    @Test
    void shouldJoinRequirementsOfOneSkillAndKeepWishesApart() {
        List<Requirement> joined = Requirements.canonical(List.of(
                after("money", 50, 30),
                after("money", 20, 60),
                new Requirement("money", 90, 5, false, 0),
                skill("german", 1)));

        assertThat(joined)
                .containsExactly(skill("german", 1), after("money", 50, 60), new Requirement("money", 90, 5, false, 0));
        assertThat(Requirements.canonical(List.of(after("money", 50, 30), skill("money", 10))))
                .as("one that is never relaxed wins")
                .containsExactly(skill("money", 50));
    }

    @Test
    void shouldRefuseRequirementsThatMakeNoSense() {
        assertThatThrownBy(() -> new Requirement("money", 1, 101, true, 0)).hasMessageContaining("weight 101");
        assertThatThrownBy(() -> new Requirement("money", 1, 1, false, 5)).hasMessageContaining("can't be relaxed");
        assertThatThrownBy(() -> new Requirement("money", 1, 1, true, -1)).hasMessageContaining("relax");
    }

    private static Requirement after(String skill, int level, int seconds) {
        return new Requirement(
                skill, level, 1, true, Duration.ofSeconds(seconds).toNanos());
    }
}
