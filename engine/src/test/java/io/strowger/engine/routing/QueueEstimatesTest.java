package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.explain.WaitEstimate;
import io.strowger.engine.explain.WaitEstimate.Method;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class QueueEstimatesTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RouterHarness router = new RouterHarness();

    @Test
    void shouldSayNothingBeforeAnybodyWasServed() {
        open();
        router.logIn("ada");
        take("c-1");

        long waiting = router.message("c-2", "hello").conversation;

        assertThat(estimate(waiting)).isEqualTo(new WaitEstimate(1, 0, 0, Method.LAST_SERVED));
        router.status("ada", AgentStatus.AWAY);
        assertThat(estimate(waiting)).isEqualTo(new WaitEstimate(1, -1, -1, null));
    }

    @Test
    void shouldMultiplyThePlaceByTheHandlingTime() {
        open();
        router.logIn("ada");
        long first = take("c-1");
        router.pass(Duration.ofSeconds(60));
        router.complete("ada", first);
        take("c-2");

        long third = router.message("c-3", "hello").conversation;
        long fourth = router.message("c-4", "hello").conversation;

        assertThat(estimate(third)).isEqualTo(new WaitEstimate(1, 60 * SECOND, 120 * SECOND, Method.POSITION));
        assertThat(estimate(fourth)).isEqualTo(new WaitEstimate(2, 120 * SECOND, 240 * SECOND, Method.POSITION));
        router.logIn("bob");
        assertThat(estimate(fourth).medianNanos()).isEqualTo(30 * SECOND);
        assertThat(router.router.estimate(0, first, router.now)).isNull();
        assertThat(router.router.estimate(7, third, router.now)).isNull();
    }

    @Test
    void shouldCountOnlyThoseWhoLookForAnAgentBefore() {
        open();
        router.logIn("ada");
        router.message("c-1", "hello");

        long second = router.message("c-2", "hello").conversation;

        assertThat(estimate(second).position()).isEqualTo(1);
        router.decline("ada", Objects.requireNonNull(router.agent("ada").offers.first()).id);
        assertThat(estimate(second).position()).isEqualTo(2);
    }

    @Test
    void shouldBelieveTheEstimateThatWasNearest() {
        open();
        router.logIn("ada");
        // Each is handled for 10 s, and two always wait: everybody waits 20 s, which the last one tells exactly.
        long inHand = take("c-0");
        for (int number = 1; number < 40; number++) {
            router.message("c-" + number, "hello");
            router.pass(Duration.ofSeconds(10));
            if (number > 1) {
                router.complete("ada", inHand);
                inHand = accept();
            }
        }
        QueueEstimates estimates = router.state().queues[router.queueNumber("general")].estimates;

        long last = router.message("c-last", "hello").conversation;

        assertThat(estimates.handling.mean()).isBetween(9 * SECOND, 11 * SECOND);
        assertThat(estimates.error.count()).isGreaterThan(30);
        WaitEstimate estimate = estimate(last);
        assertThat(estimate.medianNanos()).isBetween(10 * SECOND, 30 * SECOND);
        assertThat(estimate.ninetiethNanos()).isGreaterThanOrEqualTo(estimate.medianNanos());
        Method best = Objects.requireNonNull(estimate.method());
        for (Method method : Method.values()) {
            assertThat(estimates.record(best).error.mean())
                    .isLessThanOrEqualTo(estimates.record(method).error.mean());
        }
    }

    @Test
    void shouldStopAtTheLongestDurationRatherThanOverflow() {
        assertThat(Saturating.share(Saturating.LIMIT, Integer.MAX_VALUE, 1)).isEqualTo(Saturating.LIMIT);
        assertThat(Saturating.share(Saturating.LIMIT, 1, Integer.MAX_VALUE))
                .isEqualTo(Saturating.LIMIT / Integer.MAX_VALUE);
        assertThat(Saturating.share(10, 2, 3)).isEqualTo(6);
        assertThat(Saturating.share(0, 5, 3)).isZero();
    }

    private void open() {
        router.restart();
        router.configure(new Shop()
                .agent("ada", 1, List.of("general"))
                .agent("bob", 1, List.of("general"))
                .build());
    }

    private long take(String conversation) {
        router.message(conversation, "hello");
        return accept();
    }

    private long accept() {
        OfferState offer = Objects.requireNonNull(router.agent("ada").offers.first());
        router.accept("ada", offer.id);
        return offer.conversation;
    }

    private WaitEstimate estimate(long conversation) {
        return Objects.requireNonNull(router.router.estimate(0, conversation, router.now));
    }
}
