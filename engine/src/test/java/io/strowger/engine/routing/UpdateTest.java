package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.UpdateAttributes;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the API says about a conversation that waits. */
class UpdateTest {
    private final RouterHarness router = new RouterHarness();

    @BeforeEach
    void configure() {
        router.configure(new Shop()
                .queue("billing")
                .agent("ada", 1, List.of("general", "billing"))
                .rule("refund", "billing", 60)
                .build());
    }

    @AfterEach
    void invariants() {
        Invariants.check(router.router.state(), router.now);
    }

    @Test
    void t37ShouldRunTheRulesAgainWhenTheApiSaysMore() {
        long id = router.message("c", "refund").conversation;

        Decision urgent = router.update(id, 900, "refund", "order", "4711");

        assertThat(urgent.outcome).isEqualTo(Outcome.DONE);
        assertThat(urgent.priority).isEqualTo(900);
        assertThat(urgent.queue).isEqualTo(router.queueNumber("billing"));
        assertThat(router.events).containsExactly(EventKind.ATTRIBUTES_GIVEN, EventKind.CONVERSATION_QUEUED);
        assertThat(router.update(id, 900, "refund", "order", "4711").outcome).isEqualTo(Outcome.UNCHANGED);
        assertThat(router.message("c", "hello").priority)
                .as("a message does not take it back")
                .isEqualTo(900);
        assertThat(router.update(id, UpdateAttributes.BY_RULES, "refund").priority)
                .isEqualTo(60);
    }

    @Test
    void t38ShouldNotUpdateWhatChangedMeanwhile() {
        long id = router.message("c", "refund").conversation;
        router.expectedVersion = router.conversation(id).changedBy;
        router.message("c", "refund");

        Decision stale = router.update(id, 900, "refund");

        assertThat(stale.outcome).isEqualTo(Outcome.STALE_VERSION);
        assertThat(router.events).isEmpty();
    }

    @Test
    void shouldRefuseTooMuchAndWhatDoesNotWait() {
        long id = router.message("c", "hello").conversation;

        assertThat(router.update(id, 1_001, "hello").detail).contains("0 to 1000");
        assertThat(router.update(id, -2, "hello").outcome).isEqualTo(Outcome.INVALID);
        assertThat(router.update(id, 5, "hello", "long", "x".repeat(8_192)).detail)
                .contains("8192 bytes");
        assertThat(router.update(id + 99, 5, "hello").outcome).isEqualTo(Outcome.NOT_FOUND);
        router.park(id, true);
        Decision parked = router.update(id, 5, "hello");
        assertThat(parked.outcome).isEqualTo(Outcome.CONFLICT);
        assertThat(parked.state).isEqualTo(RouteState.PARKED);
    }

    @Test
    void shouldForgetWhatTheApiSaidWhenTheConversationIsClosed() {
        long id = router.message("c", "hello").conversation;
        router.update(id, 900, "hello");
        router.cancel(id);

        assertThat(router.message("c", "hello").priority).isEqualTo(50);
    }
}
