package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What agents declare, and what becomes of their sessions. */
class AgentTest {
    private final RouterHarness router = new RouterHarness();

    @BeforeEach
    void configureShop() {
        router.configure(new Shop()
                .channel("mail", ChannelKind.EMAIL, 1, 10)
                .agent("ada", 2, List.of("general"))
                .agent("bob", 2, List.of("general"))
                .build());
    }

    private Decision assignedTo(String agent, String channel) {
        router.logIn(agent);
        Decision offered = router.message(channel, "", "c1", "", "hello");
        return router.accept(agent, offered.offer);
    }

    @Test
    void shouldOfferNothingToAnAgentWithoutASession() {
        router.status("ada", AgentStatus.AVAILABLE);
        assertThat(router.message("c1", "hello").state).isEqualTo(RouteState.QUEUED);

        router.connection("ada", true);

        assertThat(router.router.pendingOffers()).isEqualTo(1);
    }

    @Test
    void shouldKeepTheOfferWhenTheSessionComesBackInTime() {
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");
        router.connection("ada", false);

        router.tickThrough(Duration.ofSeconds(9));
        router.connection("ada", true);
        router.tickThrough(Duration.ofSeconds(5));

        assertThat(router.accept("ada", offered.offer).state).isEqualTo(RouteState.ASSIGNED);
    }

    @Test
    void shouldRevokeTheOfferWhenTheGraceOfALostSessionIsOver() {
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");
        router.connection("ada", false);

        router.tickThrough(Duration.ofSeconds(10));

        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.agent("ada").lost).isTrue();
        assertThat(router.accept("ada", offered.offer).detail).contains("revoked");
    }

    @Test
    void shouldReturnLiveConversationsWhenTheAgentStaysOffline() {
        Decision assigned = assignedTo("ada", "chat");
        long queuedAt = router.conversation(assigned.conversation).queuedAt;
        router.status("ada", AgentStatus.OFFLINE);

        router.tickThrough(Duration.ofSeconds(59));
        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.ASSIGNED);

        router.tickThrough(Duration.ofSeconds(1));
        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(assigned.conversation).queuedAt).isEqualTo(queuedAt);
        assertThat(router.conversation(assigned.conversation).requeues).isEqualTo(1);
        assertThat(router.agent("ada").used).isZero();
    }

    @Test
    void shouldKeepLiveConversationsWhenTheAgentComesBackInTime() {
        Decision assigned = assignedTo("ada", "chat");
        router.status("ada", AgentStatus.OFFLINE);
        router.tickThrough(Duration.ofSeconds(30));

        router.status("ada", AgentStatus.AVAILABLE);
        router.tickThrough(Duration.ofMinutes(5));

        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.ASSIGNED);
    }

    @Test
    void shouldLeaveMailWithItsAgentWhenTheAgentGoesOffline() {
        Decision assigned = assignedTo("ada", "mail");
        router.status("ada", AgentStatus.OFFLINE);

        router.tickThrough(Duration.ofHours(12));

        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.ASSIGNED);
    }

    @Test
    void shouldParkAConversationThatWasReturnedTooOften() {
        Decision assigned = assignedTo("ada", "chat");
        for (int turn = 0; turn < 4; turn++) {
            assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.ASSIGNED);
            router.status("ada", AgentStatus.OFFLINE);
            router.tickThrough(Duration.ofSeconds(60));
            router.status("ada", AgentStatus.AVAILABLE);
            if (turn < 3) {
                router.accept(
                        "ada", router.conversation(assigned.conversation).offers.last().id);
            }
        }

        assertThat(router.conversation(assigned.conversation).state).isEqualTo(RouteState.PARKED);
        assertThat(router.park(assigned.conversation, false).state).isEqualTo(RouteState.OFFERED);
    }

    @Test
    void shouldNotJumpTheLineByLoggingInAgain() {
        router.logIn("ada");
        router.pass(Duration.ofSeconds(10));
        router.logIn("bob");
        router.pass(Duration.ofSeconds(10));
        router.status("ada", AgentStatus.OFFLINE);
        router.status("ada", AgentStatus.AWAY);
        router.status("ada", AgentStatus.AVAILABLE);

        assertThat(router.message("c1", "hello").agent).isEqualTo(router.agentNumber("bob"));
    }

    @Test
    void shouldKeepThePlaceInTheLineAfterAShortAbsence() {
        router.logIn("ada");
        router.pass(Duration.ofSeconds(10));
        router.logIn("bob");
        router.status("ada", AgentStatus.AWAY);
        router.pass(Duration.ofMinutes(4));
        router.status("ada", AgentStatus.AVAILABLE);

        assertThat(router.message("c1", "hello").agent).isEqualTo(router.agentNumber("ada"));
    }

    @Test
    void shouldRefuseWhatOnlyTheEngineSetsAndWhomItDoesNotKnow() {
        assertThat(router.status("ada", AgentStatus.NOT_RESPONDING).outcome).isEqualTo(Outcome.INVALID);
        assertThat(router.status("eve", AgentStatus.AVAILABLE).outcome).isEqualTo(Outcome.NOT_FOUND);
        assertThat(router.status("ada", AgentStatus.OFFLINE).outcome).isEqualTo(Outcome.UNCHANGED);
        assertThat(router.connection("ada", false).outcome).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void shouldGiveSessionsTheirGraceAfterARestartAndNameNewLabels() {
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");

        router.restart("de", "negative");

        assertThat(router.events).containsExactly(EventKind.LABELS_NAMED, EventKind.RECOVERED);
        assertThat(router.router.directory().labels().names()).containsExactly("de", "negative");
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.OFFERED);
        router.tickThrough(Duration.ofSeconds(10));
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.QUEUED);
        router.restart("de", "positive");
        assertThat(router.router.directory().labels().names()).containsExactly("de", "negative", "positive");
    }

    @Test
    void shouldFireOverdueTimersWithTheRestart() {
        router.logIn("ada");
        Decision offered = router.message("c1", "hello");
        router.pass(Duration.ofHours(1));

        router.restart();

        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.events).startsWith(EventKind.RECOVERED, EventKind.OFFER_ENDED);
    }
}
