package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One test a row of the agents' table; the last one, A11, is in {@link HandlingRowsTest}. */
class AgentRowsTest {
    private final RouterHarness router = new RouterHarness();

    @BeforeEach
    void configureShop() {
        router.configure(shop(2).build());
        router.logIn("ada");
    }

    private static Shop shop(int capacity) {
        return new Shop()
                .queue("cards", Shop.skill("cards", 50))
                .channel("mail", ChannelKind.EMAIL, 1, 10)
                .agent("ada", capacity, List.of("general", "cards"), Shop.skill("cards", 60))
                .agent("bob", 2, List.of("general"))
                .rule("card", "cards", null);
    }

    @Test
    void a1ShouldStartItsIdleTimeAndForgetExclusionsOnLogin() {
        Decision offered = router.message("c1", "hello");
        router.decline("ada", offered.offer);
        router.pass(Duration.ofSeconds(1));
        router.status("ada", AgentStatus.OFFLINE);

        router.status("ada", AgentStatus.AVAILABLE);

        assertThat(router.agent("ada").idleSince).isEqualTo(router.now);
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.OFFERED);
    }

    @Test
    void a2ShouldKeepThePlaceAmongTheIdleAfterAShortAbsence() {
        long idleSince = router.agent("ada").idleSince;
        router.status("ada", AgentStatus.AWAY);
        router.pass(Duration.ofMinutes(4));
        router.status("ada", AgentStatus.AVAILABLE);
        assertThat(router.agent("ada").idleSince).isEqualTo(idleSince);

        router.status("ada", AgentStatus.AWAY);
        router.pass(Duration.ofMinutes(6));
        router.status("ada", AgentStatus.AVAILABLE);
        assertThat(router.agent("ada").idleSince).isEqualTo(router.now);
    }

    @Test
    void a3ShouldRevokeOffersAndKeepLiveWorkWhenGoingAway() {
        Decision accepted = router.message("c1", "hello");
        router.accept("ada", accepted.offer);
        Decision offered = router.message("c2", "hello");

        router.status("ada", AgentStatus.AWAY);

        assertThat(router.events).containsExactly(EventKind.AGENT_STATUS_CHANGED, EventKind.OFFER_ENDED);
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(accepted.conversation).state).isEqualTo(RouteState.ASSIGNED);
    }

    @Test
    void a4ShouldReturnLiveWorkAfterTheGraceButNotMail() {
        Decision chat = router.message("c1", "hello");
        router.accept("ada", chat.offer);
        Decision mail = router.message("mail", "", "c2", "", "hello");
        router.accept("ada", mail.offer);

        router.status("ada", AgentStatus.OFFLINE);
        router.tickThrough(Duration.ofSeconds(60));

        assertThat(router.conversation(chat.conversation).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(mail.conversation).state).isEqualTo(RouteState.ASSIGNED);
    }

    @Test
    void a5ShouldCountAsLostOnlyAfterTheGraceOfTheSession() {
        Decision offered = router.message("c1", "hello");
        router.connection("ada", false);
        router.tickThrough(Duration.ofSeconds(9));
        router.connection("ada", true);
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.OFFERED);

        router.connection("ada", false);
        router.tickThrough(Duration.ofSeconds(10));

        assertThat(router.agent("ada").lost).isTrue();
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.QUEUED);
    }

    @Test
    void a6ShouldKeepWhatWasReservedAndForgetMissesOnAccept() {
        Decision missed = router.message("c1", "hello");
        router.tickThrough(Shop.OFFER_TIMEOUT);
        assertThat(router.agent("ada").missCount).isEqualTo(1);
        router.cancel(missed.conversation);
        Decision offered = router.message("c2", "hello");
        int used = router.agent("ada").used;

        router.accept("ada", offered.offer);

        assertThat(router.agent("ada").used).isEqualTo(used);
        assertThat(router.agent("ada").missCount).isZero();
    }

    @Test
    void a7ShouldStartTheIdleTimeAfterWorkAndNotAfterAnOffer() {
        long idleSince = router.agent("ada").idleSince;
        router.pass(Duration.ofSeconds(1));
        Decision declined = router.message("c1", "hello");
        router.decline("ada", declined.offer);
        assertThat(router.agent("ada").idleSince).isEqualTo(idleSince);
        assertThat(router.agent("ada").used).isZero();

        Decision accepted = router.message("c2", "hello");
        router.accept("ada", accepted.offer);
        router.pass(Duration.ofSeconds(1));
        router.complete("ada", accepted.conversation);

        assertThat(router.agent("ada").idleSince).isEqualTo(router.now);
    }

    @Test
    void a8ShouldRevokeTheNewestOffersWhenTheCapacityIsCut() {
        Decision first = router.message("c1", "hello");
        Decision second = router.message("c2", "hello");

        router.configure(shop(1).build());

        assertThat(router.conversation(first.conversation).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.conversation(second.conversation).state).isEqualTo(RouteState.QUEUED);
    }

    @Test
    void a9ShouldRevokeOffersThatNeedASkillWhichIsGone() {
        Decision card = router.message("c1", "card");
        Decision assigned = router.message("c2", "card");
        router.accept("ada", assigned.offer);

        router.configure(shop(2).agent("ada", 2, List.of("general", "cards")).build());

        assertThat(router.conversation(card.conversation).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(assigned.conversation).state)
                .as("live work stays")
                .isEqualTo(RouteState.ASSIGNED);
    }

    @Test
    void a10ShouldRevokeOffersOfAQueueThatTheAgentLeft() {
        Decision offered = router.message("c1", "hello");

        router.configure(shop(2).agent("ada", 2, List.of("cards"), Shop.skill("cards", 60))
                .build());

        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.QUEUED);
    }
}
