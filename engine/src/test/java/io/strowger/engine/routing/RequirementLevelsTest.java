package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.explain.Hindrance;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Row 40: levels that are too high, skills that are unwanted; row 44: agents who are kept away; row 45: agents who are asked for. */
class RequirementLevelsTest {
    private static final Requirement NOT_BOB = new Requirement("agent:bob", 0).absent();
    private static final Requirement LOW = new Requirement("french", 20, 40, 1, true, 0);

    private final RouterHarness router = new RouterHarness();

    private static Shop shop(Requirement... required) {
        return new Shop()
                .queue("general", required)
                .agent("ada", 1, List.of("general"), new Requirement("french", 80))
                .agent("bob", 1, List.of("general"), new Requirement("french", 30))
                .agent("cyd", 1, List.of("general"));
    }

    private String askedOf(Shop shop, String... present) {
        router.configure(shop.build());
        for (String agent : present) {
            router.logIn(agent);
            router.pass(Duration.ofSeconds(1));
        }
        Decision decision = router.message("c1", "hello");
        return decision.state == RouteState.OFFERED
                ? router.state().agents[decision.agent].configuration.id()
                : "nobody";
    }

    @Test
    void shouldAskOnlyThoseWithinTheLevels() {
        assertThat(askedOf(shop(LOW), "ada", "cyd", "bob")).isEqualTo("bob");
    }

    @Test
    void shouldAskNobodyWhoseSkillIsUnwanted() {
        assertThat(askedOf(shop(new Requirement("french", 0).absent()), "ada", "bob", "cyd"))
                .isEqualTo("cyd");
    }

    @Test
    void shouldKeepAnAgentAway() {
        assertThat(askedOf(shop(NOT_BOB), "bob")).isEqualTo("nobody");
        router.logIn("cyd");
        assertThat(router.agent("cyd").offers.size()).isEqualTo(1);
    }

    @Test
    void shouldAskForAnAgentUntilThatIsRelaxed() {
        Requirement ada = new Requirement(
                "agent:ada", 100, 1, true, Duration.ofSeconds(30).toNanos());
        assertThat(askedOf(shop(ada), "bob", "cyd")).isEqualTo("nobody");

        router.tickThrough(Duration.ofSeconds(30));

        assertThat(router.agent("bob").offers.size()).isEqualTo(1);
    }

    @Test
    void shouldAskTheBestOfThoseWhoArePreferred() {
        Requirement known =
                new Requirement("knows-acme", 0, 1, true, Duration.ofSeconds(30).toNanos());
        Shop shop = new Shop()
                .queue("general", OrderPolicy.PRIORITY_FIFO, 0, Strategy.BEST_SCORE, 0, false, known)
                .agent("ada", 1, List.of("general"), new Requirement("knows-acme", 90))
                .agent("ben", 1, List.of("general"), new Requirement("knows-acme", 60))
                .agent("cyd", 1, List.of("general"));
        assertThat(askedOf(shop, "cyd", "ben", "ada")).isEqualTo("ada");

        router.message("c2", "hello");
        router.message("c3", "hello");

        assertThat(router.agent("ben").offers.size()).isEqualTo(1);
        assertThat(router.agent("cyd").offers.size()).isZero();
        router.tickThrough(Duration.ofSeconds(30));
        assertThat(router.agent("cyd").offers.size()).isEqualTo(1);
    }

    @Test
    void shouldSayWhoHasTooMuch() {
        router.configure(shop(LOW, NOT_BOB).build());
        List.of("ada", "bob", "cyd").forEach(router::logIn);
        ConversationState conversation = router.conversation(router.message("c1", "hello").conversation);

        assertThat(verdict(conversation, "ada")).isEqualTo(Hindrance.SKILL_UNWANTED);
        assertThat(verdict(conversation, "bob")).isEqualTo(Hindrance.SKILL_UNWANTED);
        assertThat(verdict(conversation, "cyd")).isEqualTo(Hindrance.SKILL);
    }

    private Hindrance verdict(ConversationState conversation, String agent) {
        return Verdicts.of(conversation, router.agent(agent)).hindrance();
    }

    @Test
    void shouldJoinWhatIsAskedOfOneSkill() {
        assertThat(Requirements.canonical(List.of(new Requirement("french", 30), LOW)))
                .containsExactly(new Requirement("french", 30, 40, 1, true, 0));
        assertThat(Requirements.canonical(List.of(NOT_BOB, new Requirement("agent:bob", 10))))
                .noneMatch(each -> each.isMetBy(Requirement.WITHOUT) || each.isMetBy(100));
    }

    @Test
    void shouldReadWhatItWrites() {
        List<Requirement> canonical = Requirements.canonical(
                List.of(NOT_BOB, LOW, new Requirement("german", 50), new Requirement("money", 0, 90, 7, false, 0)));
        ByteWriter out = new ByteWriter(64, 1_024);
        Requirements.write(canonical, out);
        assertThat(Requirements.read(written(out))).isEqualTo(canonical);

        OrganizationConfiguration configuration =
                shop(NOT_BOB, LOW, new Requirement("german", 50)).build();
        ByteWriter whole = new ByteWriter(64, 1 << 20);
        ConfigurationCodec.write(configuration, whole);
        assertThat(ConfigurationCodec.read(written(whole))).isEqualTo(configuration);
    }

    private static ByteReader written(ByteWriter out) {
        return new ByteReader().wrap(out.array(), 0, out.position());
    }
}
