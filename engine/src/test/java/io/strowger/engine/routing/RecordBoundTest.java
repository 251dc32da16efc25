package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.AgentMatching;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.CrossQueueOrder;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueMatching;
import io.strowger.engine.configuration.QueueTerms;
import io.strowger.engine.configuration.ScoreFit;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.EventKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However much one command makes possible, its record stays within its limit, and the rest follows at once. */
class RecordBoundTest {
    private static final long DELAY_NANOS = Duration.ofHours(1).toNanos();
    private static final int AGENTS = 50;
    private static final int CONVERSATIONS = 700;

    private final RouterHarness router = new RouterHarness();

    @Test
    void shouldStayWithinARecordWhenTheLastAgentWithoutADelayLogsOut() {
        router.configure(everybodyAsked(new QueueTerms(1, DELAY_NANOS), 0).build());
        router.connection("first", true);
        router.status("first", AgentStatus.AWAY);
        logIn();
        messages();

        router.status("first", AgentStatus.OFFLINE);
        settle();

        everybodyIsAsked();
    }

    @Test
    void shouldStayWithinARecordWhenOneAgentMakesRoomForEverybody() {
        router.configure(everybodyAsked(new QueueTerms(1, 0), 0).build());
        logIn();
        for (int agent = 0; agent < AGENTS; agent++) {
            router.status("agent-" + agent, AgentStatus.AWAY);
        }
        messages();
        router.configure(everybodyAsked(new QueueTerms(1, 0), 1).build());
        settle();

        for (int agent = 0; agent < AGENTS; agent++) {
            router.status("agent-" + agent, AgentStatus.AVAILABLE);
            settle();
        }

        everybodyIsAsked();
    }

    @Test
    void shouldReviewAgentsOneByOneWhenAFairnessWindowBegins() {
        router.configure(limited(3).build());
        logIn();
        for (int number = 0; number < 3 * AGENTS; number++) {
            router.message("a" + number, "sales");
        }
        int held = router.agent("agent-0").held;
        assertThat(held).isEqualTo(3);
        router.message("b", "sales");
        assertThat(router.agent("agent-0").held).as("as many as in a window").isEqualTo(3);

        router.now = router.router.nextDeadline();
        while (!router.events.contains(EventKind.FAIRNESS_WINDOW_STARTED)) {
            router.now = Math.max(router.now, router.router.nextDeadline());
            router.tick();
        }

        assertThat(router.events).contains(EventKind.AGENT_REVIEWED);
        settle();
    }

    private void logIn() {
        for (int agent = 0; agent < AGENTS; agent++) {
            router.logIn("agent-" + agent);
        }
    }

    private void messages() {
        for (int number = 0; number < CONVERSATIONS; number++) {
            router.message("c" + number, "sales");
        }
    }

    /** Ticks at once until nothing is due. */
    private void settle() {
        int ticks = 0;
        while (router.router.nextDeadline() <= router.now) {
            router.tick();
            assertThat(router.events.size()).isLessThan(1 << Character.SIZE);
            assertThat(++ticks).isLessThan(100);
        }
        Invariants.check(router.router.state(), router.now);
    }

    private void everybodyIsAsked() {
        for (int agent = 0; agent < AGENTS; agent++) {
            assertThat(router.agent("agent-" + agent).offers.size()).isEqualTo(CONVERSATIONS);
        }
    }

    /** Each conversation is offered to all agents, drawn by lot: two events an offer. */
    private static Shop everybodyAsked(QueueTerms terms, int version) {
        Shop shop = shop(new QueueMatching(ScoreFit.LINEAR, 0, AGENTS, true), Strategy.RANDOM);
        agents(shop, terms, 0);
        shop.agents.add(new AgentConfiguration("first", "first " + version, List.of(), List.of("sales"), 1));
        return shop;
    }

    private static Shop limited(int maxPerWindow) {
        Shop shop = shop(new QueueMatching(ScoreFit.LINEAR, 0, 1, false), Strategy.ROUND_ROBIN);
        agents(shop, new QueueTerms(1, 0), maxPerWindow);
        return shop;
    }

    private static Shop shop(QueueMatching matching, Strategy strategy) {
        Shop shop = new Shop().rule("sales", "sales", null);
        shop.channels.clear();
        shop.channel("chat", ChannelKind.CHAT, 1, 1_000);
        shop.queues.add(new QueueConfiguration(
                "sales",
                "sales",
                OrderPolicy.PRIORITY_FIFO,
                0,
                strategy,
                50,
                List.of(),
                Duration.ofMinutes(30).toNanos(),
                0,
                strategy == Strategy.ROUND_ROBIN,
                matching));
        return shop;
    }

    private static void agents(Shop shop, QueueTerms terms, int maxPerWindow) {
        for (int agent = 0; agent < AGENTS; agent++) {
            String id = "agent-" + agent;
            shop.agents.add(new AgentConfiguration(
                    id,
                    id,
                    List.of(),
                    List.of("sales"),
                    1_000,
                    new AgentMatching(CrossQueueOrder.STRICT, List.of(terms), List.of(), maxPerWindow)));
        }
    }
}
