package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.AgentMatching;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.ConfigurationCheck;
import io.strowger.engine.configuration.CrossQueueOrder;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an agent can hold at once: kinds, interrupts, and how many in a fairness window. */
class CapacityTest {
    private static final List<String> GENERAL = List.of("general");

    private final RouterHarness router = new RouterHarness();
    private final Shop shop = new Shop().queue("general", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, 0, true);

    @Test
    void shouldAlwaysHaveRoomForACallInJobRoutersExample() {
        // 100 units; a call takes 60, chats and e-mails 10 each and 2 at most.
        router.configure(shop.channel("voice", ChannelKind.VOICE, 60, 1)
                .channel("web", ChannelKind.CHAT, 10, 2)
                .channel("mail", ChannelKind.EMAIL, 10, 2)
                .agent("ada", 100, GENERAL)
                .build());
        router.logIn("ada");

        assertThat(List.of(send("web"), send("web"), send("web")))
                .containsExactly(RouteState.ASSIGNED, RouteState.ASSIGNED, RouteState.QUEUED);
        assertThat(List.of(send("mail"), send("mail"), send("mail")))
                .containsExactly(RouteState.ASSIGNED, RouteState.ASSIGNED, RouteState.QUEUED);
        assertThat(send("voice")).isEqualTo(RouteState.ASSIGNED);
        assertThat(router.agent("ada").used).isEqualTo(100);
    }

    @Test
    void shouldGiveACallToAnAgentWhoIsFullWithTheEmailsThatItInterrupts() {
        shop.channels.add(new ChannelConfiguration("voice", ChannelKind.VOICE, 3, 1, List.of(ChannelKind.EMAIL)));
        router.configure(shop.channel("mail", ChannelKind.EMAIL, 1, 9)
                .agent("ada", 3, GENERAL)
                .build());
        router.logIn("ada");
        assertThat(List.of(send("mail"), send("mail"), send("mail"), send("mail")))
                .containsExactly(RouteState.ASSIGNED, RouteState.ASSIGNED, RouteState.ASSIGNED, RouteState.QUEUED);

        assertThat(send("voice")).isEqualTo(RouteState.ASSIGNED);

        assertThat(router.agent("ada").used).isEqualTo(6);
        assertThat(send("voice")).as("one at once").isEqualTo(RouteState.QUEUED);
        router.complete("ada", router.agent("ada").assignments.first().id);
        assertThat(router.agent("ada").used)
                .as("5 are in use, so no further e-mail comes")
                .isEqualTo(5);
    }

    @Test
    void shouldAskForTheAgentsKindsOnlyAndTakeBackOffersOfOthers() {
        router.configure(new Shop()
                .channel("mail", ChannelKind.EMAIL, 1, 9)
                .agent("ada", 3, GENERAL)
                .build());
        router.logIn("ada");
        long mail = router.message("mail", "", "", "", "hello").conversation;
        assertThat(router.conversation(mail).state).isEqualTo(RouteState.OFFERED);
        Shop chatOnly = new Shop().channel("mail", ChannelKind.EMAIL, 1, 9);
        chatOnly.agents.add(agent(List.of(ChannelKind.CHAT), 0));

        router.configure(chatOnly.build());
        router.tick();

        assertThat(router.conversation(mail).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.message("c", "hello").state).isEqualTo(RouteState.OFFERED);
    }

    @Test
    void shouldStopAtTheLimitOfTheWindowCountingOffersAndGoOnInTheNext() {
        Shop limited = new Shop();
        limited.agents.add(agent(List.of(), 2));
        router.configure(limited.build());
        router.logIn("ada");
        long first = router.message("a", "hello").offer;
        long second = router.message("b", "hello").offer;
        long third = router.message("c", "hello").conversation;
        assertThat(router.conversation(third).state).isEqualTo(RouteState.QUEUED);

        router.decline("ada", second);
        assertThat(router.conversation(third).state).as("an offer less").isEqualTo(RouteState.OFFERED);
        router.accept("ada", first);
        router.accept("ada", router.conversation(third).offers.last().id);
        router.complete("ada", third);
        long later = router.message("d", "hello").conversation;
        assertThat(router.conversation(later).state).isEqualTo(RouteState.QUEUED);
        router.status("ada", AgentStatus.AWAY);
        router.status("ada", AgentStatus.AVAILABLE);
        assertThat(router.conversation(later).state).isEqualTo(RouteState.QUEUED);

        router.tickThrough(Duration.ofHours(24));

        assertThat(router.agent("ada").share.assignments).isZero();
        assertThat(router.conversation(later).state).isNotEqualTo(RouteState.CANCELLED);
        assertThat(router.agent("ada").status).as("asked, and missed twice").isEqualTo(AgentStatus.NOT_RESPONDING);
    }

    @Test
    void shouldRefuseAKindThatInterruptsItself() {
        shop.channels.add(new ChannelConfiguration("voice", ChannelKind.VOICE, 3, 1, List.of(ChannelKind.VOICE)));

        assertThatThrownBy(() -> ConfigurationCheck.check(shop.build()))
                .hasMessageContaining("channel voice, interrupts");
    }

    private RouteState send(String channel) {
        return router.message(channel, "", "", "", "hello").state;
    }

    private static AgentConfiguration agent(List<ChannelKind> kinds, int maxPerWindow) {
        return new AgentConfiguration(
                "ada",
                "ada",
                List.of(),
                GENERAL,
                3,
                new AgentMatching(CrossQueueOrder.STRICT, List.of(), kinds, maxPerWindow));
    }
}
