package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.ConfigurationCheck;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueOffering;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queues that offer nothing: agents pick what waits. */
class PullTest {
    private final RouterHarness router = new RouterHarness();
    private final Shop shop = new Shop()
            .queue("desk")
            .pull("desk")
            .agent("ada", 1, List.of("desk", "general"))
            .agent("bob", 2, List.of("desk"))
            .agent("cem", 2, List.of("general"))
            .rule("desk", "desk", null)
            .rule("urgent", "desk", 90);

    @BeforeEach
    void configure() {
        router.configure(shop.build());
        router.logIn("ada");
        router.logIn("bob");
        router.logIn("cem");
    }

    @AfterEach
    void invariants() {
        Invariants.check(router.router.state(), router.now);
    }

    @Test
    void shouldOfferNothingOfAQueueWhoseAgentsPick() {
        Decision waits = router.message("a", "desk");

        assertThat(waits.state).isEqualTo(RouteState.QUEUED);
        router.status("bob", AgentStatus.AWAY);
        router.status("bob", AgentStatus.AVAILABLE);
        router.tickThrough(Duration.ofHours(1));
        assertThat(router.conversation(waits.conversation).state).isEqualTo(RouteState.QUEUED);
    }

    @Test
    void shouldGiveAConversationToTheFirstOfTwoWhoPickItAndTellTheOther() {
        long id = router.message("a", "desk").conversation;

        Decision won = router.pick("bob", id);
        assertThat(won.outcome).isEqualTo(Outcome.DONE);
        assertThat(won.state).isEqualTo(RouteState.ASSIGNED);
        assertThat(router.events).containsExactly(EventKind.CONVERSATION_PICKED, EventKind.CONVERSATION_ASSIGNED);

        Decision lost = router.pick("ada", id);
        assertThat(lost.outcome).isEqualTo(Outcome.CONFLICT);
        assertThat(lost.state).isEqualTo(RouteState.ASSIGNED);
        assertThat(router.events).isEmpty();
        assertThat(router.pick("bob", id).outcome).as("said twice").isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void shouldRefuseWhoeverCannotHaveIt() {
        long id = router.message("a", "desk").conversation;
        long other = router.message("b", "hello").conversation;

        assertThat(router.pick("cem", id).detail).contains("not in the queue");
        assertThat(router.pick("bob", other).detail).contains("offers its conversations");
        assertThat(router.pick("nobody", id).outcome).isEqualTo(Outcome.NOT_FOUND);
        router.status("bob", AgentStatus.AWAY);
        assertThat(router.pick("bob", id).detail).contains("away");
        assertThat(router.pickNext("bob", "").detail).contains("not available");
        router.status("bob", AgentStatus.AVAILABLE);
        router.pick("bob", id);
        router.pick("bob", router.message("c", "desk").conversation);
        Decision full = router.pick("bob", router.message("d", "desk").conversation);
        assertThat(full.outcome).isEqualTo(Outcome.CONFLICT);
        assertThat(full.detail).contains("without room");
        assertThat(router.pickNext("bob", "").outcome).isEqualTo(Outcome.CONFLICT);
    }

    @Test
    void shouldPickTheFirstByTheQueuesOrderWhenTheAgentTakesTheNext() {
        router.message("a", "desk");
        router.pass(Duration.ofSeconds(1));
        long urgent = router.message("b", "urgent").conversation;

        Decision next = router.pickNext("bob", "");

        assertThat(next.conversation).isEqualTo(urgent);
        assertThat(router.pickNext("bob", "general").outcome).as("offers").isEqualTo(Outcome.CONFLICT);
        assertThat(router.pickNext("bob", "none").outcome).isEqualTo(Outcome.NOT_FOUND);
        assertThat(router.pickNext("bob", "desk").outcome).isEqualTo(Outcome.DONE);
        assertThat(router.pickNext("ada", "").detail).contains("nothing waits");
    }

    @Test
    void shouldOfferWhatWaitsWhenTheQueueBeginsToOffer() {
        long id = router.message("a", "desk").conversation;
        shop.queues.replaceAll(queue -> queue.with(QueueOffering.USUAL));

        router.configure(shop.build());
        assertThat(router.conversation(id).state).isEqualTo(RouteState.OFFERED);

        shop.pull("desk");
        router.configure(shop.build());
        OfferState offer = router.conversation(id).offers.last();
        assertThat(offer).as("an offer stays").isNotNull();
        int asked = offer.agent;
        String agent = asked == router.agentNumber("ada") ? "ada" : "bob";
        assertThat(router.pick(agent, id).detail).contains("asked");
        router.tickThrough(Shop.OFFER_TIMEOUT);
        assertThat(router.conversation(id).state).as("and is not made again").isEqualTo(RouteState.QUEUED);
    }

    @Test
    void shouldRefuseAQueueThatBothPullsAndAccepts() {
        shop.queue("desk", OrderPolicy.PRIORITY_FIFO, 0, Strategy.LONGEST_IDLE, 0, true)
                .pull("desk");

        assertThatThrownBy(() -> ConfigurationCheck.check(shop.build())).hasMessageContaining("queue desk, pull");
    }
}
