package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.ScoreFit;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which agent comes first, strategy by strategy; other products' worked examples with their figures. */
class StrategyTest {
    private static final List<String> GENERAL = List.of("general");

    private final RouterHarness router = new RouterHarness();

    @Test
    void shouldAskInTheOrderOfJobRoutersExampleWhenTheLeastLoadedComesFirst() {
        // Load 0.6, 0.75, 0.6 and 0; C has been available for 7 minutes, A for 5.
        Shop shop = shop(Strategy.LEAST_LOADED, false)
                .channel("twelve", ChannelKind.EMAIL, 12, 10)
                .channel("fifteen", ChannelKind.EMAIL, 15, 10);
        for (String agent : List.of("a", "b", "c", "d")) {
            shop.queue("of-" + agent, OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, 0, true)
                    .agent(agent, 20, List.of("general", "of-" + agent))
                    .rule("for-" + agent, "of-" + agent, null);
        }
        router.configure(shop.build());
        logIn(Duration.ofMinutes(1), "c");
        router.pass(Duration.ofMinutes(1));
        logIn(Duration.ofMinutes(1), "a", "b", "d");
        router.message("twelve", "", "", "", "for-a");
        router.message("fifteen", "", "", "", "for-b");
        router.message("twelve", "", "", "", "for-c");

        assertThat(askedInTurn("x", "hello", 4)).containsExactly("d", "c", "a", "b");
    }

    @Test
    void shouldAskWhoeverHasMostUnitsLeftWhenTheMostSpareComesFirst() {
        router.configure(shop(Strategy.MOST_SPARE, true)
                .agent("ada", 3, GENERAL)
                .agent("bob", 5, GENERAL)
                .agent("cem", 4, GENERAL)
                .build());
        logIn(Duration.ZERO, "ada", "bob", "cem");

        assertThat(askedFor(6))
                .as("3 5 4, 3 4 4, 3 4 3, 3 3 3, 2 3 3, 2 2 3; equals by the last offer")
                .containsExactly("bob", "cem", "bob", "ada", "bob", "cem");
    }

    @Test
    void shouldCountConversationsOfTheSameKindOnlyWhenTheFewestActiveComesFirst() {
        router.configure(shop(Strategy.FEWEST_ACTIVE, true)
                .channel("mail", ChannelKind.EMAIL, 1, 10)
                .agent("ada", 9, GENERAL)
                .agent("bob", 9, GENERAL)
                .build());
        logIn(Duration.ofSeconds(1), "ada", "bob");
        router.message("mail", "", "", "", "hello");
        router.pass(Duration.ofSeconds(1));
        router.message("mail", "", "", "", "hello");
        router.message("mail", "", "", "", "hello");
        router.complete("bob", router.agent("bob").assignments.first().id);

        // Ada has two e-mails and bob none; of chats both have none, and ada's idle time is the longer.
        assertThat(nameOf(router.message("chat", "", "", "", "hello"))).isEqualTo("ada");
        assertThat(nameOf(router.message("chat", "", "", "", "hello"))).isEqualTo("bob");
        assertThat(nameOf(router.message("mail", "", "", "", "hello"))).isEqualTo("bob");
    }

    @Test
    void shouldAskEverybodyOnceARoundWhenTheyTakeTurns() {
        router.configure(shop(Strategy.ROUND_ROBIN, false)
                .agent("ada", 9, GENERAL)
                .agent("bob", 9, GENERAL)
                .agent("cem", 9, GENERAL)
                .build());
        logIn(Duration.ofSeconds(1), "cem", "ada", "bob");

        assertThat(askedFor(7))
                .as("never asked: whoever waits longest; offers that have no answer yet count as a turn")
                .containsExactly("cem", "ada", "bob", "cem", "ada", "bob", "cem");
    }

    @Test
    void shouldKeepTheRotationWhenAgentsComeAndGoAndTheQueueIsTakenFromThem() {
        Shop shop = shop(Strategy.ROUND_ROBIN, true)
                .queue("other")
                .agent("ada", 9, GENERAL)
                .agent("bob", 9, GENERAL)
                .agent("cem", 9, GENERAL);
        router.configure(shop.build());
        logIn(Duration.ofSeconds(1), "ada", "bob", "cem");
        assertThat(askedFor(4)).containsExactly("ada", "bob", "cem", "ada");

        router.status("bob", AgentStatus.OFFLINE);
        router.configure(shop.agent("ada", 9, List.of("other")).build());
        router.tick();
        assertThat(askedFor(1)).containsExactly("cem");
        router.configure(shop.agent("ada", 9, GENERAL).build());
        router.tick();
        router.status("bob", AgentStatus.AVAILABLE);

        assertThat(askedFor(3)).as("turns 2, 4 and 5").containsExactly("bob", "ada", "cem");
    }

    @Test
    void shouldAskWhoeverGotLeastForTheTimeAtWorkWhenTheFewestTodayComesFirst() {
        router.configure(shop(Strategy.FEWEST_TODAY, true)
                .agent("ada", 99, GENERAL)
                .agent("bob", 99, GENERAL)
                .build());
        router.logIn("ada");
        router.pass(Duration.ofHours(1));
        assertThat(askedFor(4)).containsOnly("ada");
        router.pass(Duration.ofHours(2));
        router.logIn("bob");
        assertThat(askedFor(1)).containsExactly("bob");
        router.pass(Duration.ofHours(1));

        // Ada has 4 in 4 hours, bob 1 in 1: equal, and ada is idle for longer; then 5 in 4 against 1 in 1.
        assertThat(askedFor(3)).containsExactly("ada", "bob", "ada");
    }

    @Test
    void shouldCountAnewAndNotCountAbsenceWhenTheFairnessWindowEnds() {
        router.configure(shop(Strategy.FEWEST_TODAY, true)
                .agent("ada", 99, GENERAL)
                .agent("bob", 99, GENERAL)
                .build());
        logIn(Duration.ofHours(2), "ada", "bob");
        askedFor(5);
        router.status("ada", AgentStatus.AWAY);
        router.pass(Duration.ofHours(1));
        router.status("ada", AgentStatus.AVAILABLE);
        assertThat(router.agent("ada").share.assignments + router.agent("bob").share.assignments)
                .isEqualTo(5);

        router.tickThrough(Duration.ofHours(24));

        assertThat(router.agent("ada").share.assignments).isZero();
        assertThat(router.state().fairnessUntil - router.now).isLessThan(TimeUnit.HOURS.toNanos(24));
    }

    @Test
    void shouldDrawEverybodyAsOftenAndSaySoWhenChanceDecides() {
        router.configure(shop(Strategy.RANDOM, true)
                .agent("ada", 9_999, GENERAL)
                .agent("bob", 9_999, GENERAL)
                .agent("cem", 9_999, GENERAL)
                .agent("dan", 9_999, List.of("other"))
                .queue("other")
                .channel("mail", ChannelKind.EMAIL, 1, 9_999)
                .build());
        logIn(Duration.ofSeconds(1), "ada", "bob", "cem", "dan");
        int[] counts = new int[3];
        int[][] pairs = new int[3][3];
        int before = 0;
        for (int number = 0; number < 900; number++) {
            int agent = router.message("mail", "", "", "", "hello").agent;
            counts[agent]++;
            pairs[before][agent]++;
            before = agent;
        }

        assertThat(router.events).contains(EventKind.AGENT_DRAWN);
        for (int agent = 0; agent < 3; agent++) {
            assertThat(counts[agent]).isBetween(250, 350);
            for (int next = 0; next < 3; next++) {
                assertThat(pairs[agent][next]).as("%s after %s", next, agent).isBetween(65, 135);
            }
        }
    }

    @Test
    void shouldGiveTheScoresOfJobRoutersExampleWhenTheBestWorkerComesFirst() {
        // G meets three selectors, one of equality and two of a level, exactly; H one of them half above, I a tenth.
        router.configure(scoring(ScoreFit.RELATIVE)
                .rule("all", null, null, Shop.skill("usa", 0), Shop.skill("english", 10), Shop.skill("sales", 10))
                .agent("g", 2, GENERAL, Shop.skill("usa", 0), Shop.skill("english", 10), Shop.skill("sales", 10))
                .agent("h", 2, GENERAL, Shop.skill("usa", 0), Shop.skill("english", 15), Shop.skill("sales", 10))
                .agent("i", 2, GENERAL, Shop.skill("usa", 0), Shop.skill("english", 10), Shop.skill("sales", 11))
                .agent("j", 2, GENERAL, Shop.skill("english", 90), Shop.skill("sales", 90))
                .build());
        logIn(Duration.ofSeconds(1), "g", "h", "i", "j");

        Decision asked = router.message("c", "all");
        Signature signature = router.conversation(asked.conversation).signature();

        assertThat(nameOf(asked)).isEqualTo("h");
        assertThat(score("g", signature)).isEqualTo(666_666);
        assertThat(score("h", signature)).isEqualTo(707_486);
        assertThat(score("i", signature)).isEqualTo(674_993);
        router.decline("h", asked.offer);
        assertThat(askedInTurn("d", "all", 3)).containsExactly("h", "i", "g");
    }

    @Test
    void shouldAskTheMostIdleOfEqualsAndNobodyTwiceWhenScoresAreEqual() {
        router.configure(scoring(ScoreFit.LINEAR)
                .rule("refund", null, null, Shop.skill("money", 20))
                .agent("ada", 2, GENERAL, Shop.skill("money", 60))
                .agent("bob", 2, GENERAL, Shop.skill("money", 60))
                .agent("cem", 2, GENERAL, Shop.skill("money", 100))
                .agent("dan", 2, GENERAL)
                .build());
        logIn(Duration.ofSeconds(1), "bob", "ada", "cem", "dan");

        assertThat(askedInTurn("c", "refund", 3)).containsExactly("cem", "bob", "ada");
        assertThat(askedInTurn("d", "hello", 4))
                .as("nothing required: all are equal")
                .containsExactly("bob", "ada", "cem", "dan");
    }

    @Test
    void shouldCountAPointAsAMinuteInGenesysExample() {
        long minute = TimeUnit.MINUTES.toNanos(1);
        router.configure(new Shop()
                .queue("general", OrderPolicy.AGED, minute, Strategy.LONGEST_IDLE, 0, false)
                .rule("ten", null, 10)
                .rule("none", null, 0)
                .agent("ada", 1, GENERAL)
                .build());
        long fifteen = router.message("a", "none").conversation;
        router.pass(Duration.ofMinutes(10));
        long fiveAndTen = router.message("b", "ten").conversation;
        router.pass(Duration.ofMinutes(5));

        assertThat(router.conversation(fiveAndTen).orderKey)
                .as("5 minutes and priority 10 are 15, as are 15 minutes and none")
                .isEqualTo(router.conversation(fifteen).orderKey)
                .isEqualTo(router.now - 15 * minute);
        router.logIn("ada");
        assertThat(router.conversation(fifteen).state).as("the older one").isEqualTo(RouteState.OFFERED);
    }

    /** An organization whose queue {@code general} has a strategy. */
    private static Shop shop(Strategy strategy, boolean autoAccept) {
        return new Shop().queue("general", OrderPolicy.PRIORITY_FIFO, 0, strategy, 0, autoAccept);
    }

    private static Shop scoring(ScoreFit fit) {
        Shop shop = new Shop();
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
                new QueueMatching(fit, 0, 1, false)));
        return shop;
    }

    private long score(String agent, Signature signature) {
        return -router.agent(agent).membership(router.queueNumber("general")).strategyKey(signature, router.now);
    }

    private void logIn(Duration apart, String... agents) {
        for (String agent : agents) {
            router.logIn(agent);
            router.pass(apart);
        }
    }

    /** Who gets so many conversations, one after the other. */
    private List<String> askedFor(int count) {
        List<String> agents = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            agents.add(nameOf(router.message("chat", "", "", "", "hello")));
        }
        return agents;
    }

    /** Who is asked for one conversation, each after the one before declined. */
    private List<String> askedInTurn(String conversation, String text, int count) {
        List<String> agents = new ArrayList<>();
        Decision asked = router.message(conversation, text);
        for (int number = 0; number < count; number++) {
            agents.add(nameOf(asked));
            asked = router.decline(nameOf(asked), asked.offer);
        }
        return agents;
    }

    private String nameOf(Decision decision) {
        return router.state().names.agents().name(decision.agent);
    }
}
