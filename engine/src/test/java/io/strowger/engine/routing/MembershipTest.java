package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of conversations whose agent is taken out of a queue, or out of the configuration. */
class MembershipTest {
    private final RouterHarness router = new RouterHarness();

    private static Shop shop() {
        return new Shop().channel("mail", ChannelKind.EMAIL, 1, 4).agent("bob", 1, List.of("general"));
    }

    @Test
    void shouldNotOfferToThePreferredAgentWhenThatOneLeftTheQueue() {
        router.configure(
                shop().queue("billing").agent("ada", 1, List.of("general")).build());
        router.logIn("ada");
        long first = assignedTo("ada", "chat", "c1");
        router.complete("ada", first);
        assignedTo("ada", "chat", "c2");
        router.message("c1", "again");
        assertThat(router.conversation(first).preferredAgent).isEqualTo(router.agentNumber("ada"));

        router.configure(
                shop().queue("billing").agent("ada", 2, List.of("billing")).build());

        assertThat(router.conversation(first).state).isEqualTo(RouteState.QUEUED);
        router.logIn("bob");
        router.tickThrough(Duration.ofSeconds(30));
        assertThat(router.conversation(first).offers.last().agent).isEqualTo(router.agentNumber("bob"));
    }

    @Test
    void shouldReturnTheMailOfARemovedAgent() {
        router.configure(shop().agent("ada", 1, List.of("general")).build());
        router.logIn("ada");
        long mail = assignedTo("ada", "mail", "m1");
        router.status("ada", AgentStatus.OFFLINE);
        router.tickThrough(Duration.ofHours(1));
        assertThat(router.conversation(mail).state).isEqualTo(RouteState.ASSIGNED);

        router.configure(shop().build());

        assertThat(router.conversation(mail).state).as("for the grace").isEqualTo(RouteState.ASSIGNED);
        router.tickThrough(Duration.ofSeconds(60));
        assertThat(router.conversation(mail).state).isEqualTo(RouteState.QUEUED);
    }

    private long assignedTo(String agent, String channel, String conversation) {
        Decision offered = router.message(channel, "", conversation, "", "hello");
        assertThat(router.accept(agent, offered.offer).state).isEqualTo(RouteState.ASSIGNED);
        return offered.conversation;
    }
}
