package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.RouteState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents who are there for some kinds of channels only. */
class AvailabilityTest {
    private final RouterHarness router = new RouterHarness();

    @BeforeEach
    void logIn() {
        router.configure(new Shop()
                .channel("mail", ChannelKind.EMAIL, 1, 10)
                .agent("ada", 2, List.of("general"))
                .build());
        router.logIn("ada");
    }

    @Test
    void shouldRevokeOffersOfThePausedKindOnly() {
        long chat = router.message("c1", "hello").conversation;
        long mail = router.message("mail", "", "m1", "", "hello").conversation;
        assertThat(router.conversation(mail).state).isEqualTo(RouteState.OFFERED);

        assertThat(router.availability("ada", "stocktaking", ChannelKind.CHAT).outcome)
                .isEqualTo(Outcome.DONE);

        assertThat(router.conversation(chat).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(mail).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.agent("ada").activity.content().toText()).isEqualTo("stocktaking");
    }

    @Test
    void shouldGetTheWaitingOnesWhenTheKindIsWantedAgain() {
        router.availability("ada", "", ChannelKind.CHAT, ChannelKind.EMAIL);
        long chat = router.message("c1", "hello").conversation;
        assertThat(router.conversation(chat).state).isEqualTo(RouteState.QUEUED);

        router.availability("ada", "", ChannelKind.EMAIL);

        assertThat(router.conversation(chat).state).isEqualTo(RouteState.OFFERED);
    }

    @Test
    void shouldKeepWhatIsAssigned() {
        Decision offered = router.message("c1", "hello");
        router.accept("ada", offered.offer);

        router.availability("ada", "", ChannelKind.CHAT);

        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.ASSIGNED);
    }

    @Test
    void shouldBeginTheNextShiftWithAllKinds() {
        router.availability("ada", "lunch", ChannelKind.CHAT);
        router.status("ada", AgentStatus.OFFLINE);
        router.status("ada", AgentStatus.AVAILABLE);

        assertThat(router.agent("ada").pausedKinds).isZero();
        assertThat(router.agent("ada").activity.isEmpty()).isTrue();
    }

    @Test
    void shouldRefuseWhatIsUnknownOrTooLongWithoutAnEvent() {
        assertThat(router.availability("nobody", "").outcome).isEqualTo(Outcome.NOT_FOUND);
        assertThat(router.availability("ada", "x".repeat(257)).outcome).isEqualTo(Outcome.INVALID);
        assertThat(router.availability("ada", "").outcome).isEqualTo(Outcome.UNCHANGED);
        assertThat(router.events).isEmpty();
    }
}
