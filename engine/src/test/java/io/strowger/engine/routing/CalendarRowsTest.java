package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.DayHours;
import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.WhenClosed;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.RouteState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rows about hours, T6 and T12, and what else happens at a queue's opening and closing. */
class CalendarRowsTest {
    private static final CalendarConfiguration OFFICE = new CalendarConfiguration(
            "office",
            "Europe/Berlin",
            Collections.nCopies(7, DayHours.of(9 * 60, 17 * 60)),
            Map.of(LocalDate.of(2027, 3, 29), DayHours.CLOSED));

    private final RouterHarness router = new RouterHarness();

    private static QueueHours hours(WhenClosed whenClosed, boolean clears, boolean fresh) {
        String closedQueue = whenClosed == WhenClosed.MOVE ? "night" : null;
        return new QueueHours("office", whenClosed, closedQueue, clears, fresh);
    }

    private static Shop shop(QueueHours hours) {
        return new Shop()
                .calendar(OFFICE)
                .queue("billing")
                .queue("night")
                .hours("billing", hours)
                .agent("ada", 1, List.of("billing"))
                .rule("refund", "billing", null)
                .rule("urgent", "billing", 900);
    }

    private void at(String instant) {
        router.now = nanos(instant);
        router.tick();
    }

    private static long nanos(String instant) {
        return ZonedDateTime.parse(instant).toInstant().getEpochSecond() * 1_000_000_000L;
    }

    @Test
    void t6ShouldBeSetAsideWhenItsQueueIsClosed() {
        at("2027-03-26T18:00:00+01:00");
        router.configure(shop(hours(WhenClosed.PARK, false, false)).build());
        router.logIn("ada");

        Decision parked = router.message("c1", "refund");

        assertThat(parked.state).isEqualTo(RouteState.PARKED);
        assertThat(router.events)
                .containsExactly(
                        EventKind.CONVERSATION_OPENED,
                        EventKind.MESSAGE_RECEIVED,
                        EventKind.CONVERSATION_SCORED,
                        EventKind.CONVERSATION_QUEUED,
                        EventKind.CONVERSATION_PARKED,
                        EventKind.OPENING_AWAITED);
        assertThat(router.state().calendars.nextAt[0]).isEqualTo(nanos("2027-03-27T09:00:00+01:00"));
        assertThat(router.message("c1", "urgent").state).isEqualTo(RouteState.PARKED);
        assertThat(router.message("c2", "hello").state)
                .as("general is always open")
                .isEqualTo(RouteState.QUEUED);
    }

    @Test
    void t12ShouldComeBackToTheOldPlaceWhenItsQueueOpens() {
        at("2027-03-26T18:00:00+01:00");
        router.configure(shop(hours(WhenClosed.PARK, false, false)).build());
        router.logIn("ada");
        long plain = router.message("c1", "refund").conversation;
        long arrived = router.now;
        router.pass(Duration.ofMinutes(1));
        long urgent = router.message("c2", "urgent").conversation;

        at("2027-03-27T08:59:59+01:00");
        assertThat(router.conversation(urgent).state).isEqualTo(RouteState.PARKED);
        at("2027-03-27T09:00:00+01:00");

        assertThat(router.conversation(urgent).state)
                .as("the first in the queue's order, not of those set aside")
                .isEqualTo(RouteState.OFFERED);
        assertThat(router.conversation(plain).state).isEqualTo(RouteState.QUEUED);
        assertThat(router.conversation(plain).queuedAt).isEqualTo(arrived);
    }

    @Test
    void t12ShouldOpenByTheLocalClockWhenThatWasPutForward() {
        at("2027-03-27T18:00:00+01:00");
        router.configure(shop(hours(WhenClosed.PARK, false, false)).build());
        router.message("c1", "refund");

        assertThat(router.state().calendars.nextAt[0]).isEqualTo(nanos("2027-03-28T09:00:00+02:00"));
        at("2027-03-28T17:00:00+02:00");
        assertThat(router.message("c2", "refund").state).isEqualTo(RouteState.PARKED);
        router.tick();
        assertThat(router.state().calendars.nextAt[0])
                .as("the 29th is a holiday")
                .isEqualTo(nanos("2027-03-30T09:00:00+02:00"));
    }

    @Test
    void t12ShouldBeginAnewWhenTheQueueSaysSo() {
        at("2027-03-26T18:00:00+01:00");
        router.configure(shop(hours(WhenClosed.PARK, false, true)).build());
        long conversation = router.message("c1", "refund").conversation;

        at("2027-03-27T09:00:00+01:00");

        assertThat(router.conversation(conversation).queuedAt).isEqualTo(nanos("2027-03-27T09:00:00+01:00"));
    }

    @Test
    void t12ShouldGoOnByHandThoughTheQueueIsClosed() {
        at("2027-03-26T18:00:00+01:00");
        router.configure(shop(hours(WhenClosed.PARK, true, false)).build());
        router.logIn("ada");
        long resumed = router.message("c1", "refund").conversation;
        long cancelled = router.message("c2", "refund").conversation;
        long assigned = router.message("c3", "refund").conversation;

        assertThat(router.park(resumed, false).state).isEqualTo(RouteState.OFFERED);
        assertThat(router.cancel(cancelled).state).isEqualTo(RouteState.CANCELLED);
        assertThat(router.assign(assigned, "ada").state).isEqualTo(RouteState.ASSIGNED);
        assertThat(router.state().queues[router.queueNumber("billing")].awaiting.size())
                .isZero();
        at("2027-03-27T09:00:00+01:00");
    }

    @Test
    void shouldWaitOnWhenTheQueueClosesAndDoesNotClear() {
        at("2027-03-26T16:59:00+01:00");
        router.configure(shop(hours(WhenClosed.PARK, false, false)).build());
        long conversation = router.message("c1", "refund").conversation;

        at("2027-03-26T17:00:00+01:00");
        assertThat(router.conversation(conversation).state).isEqualTo(RouteState.QUEUED);
        router.logIn("ada");
        assertThat(router.conversation(conversation).state).isEqualTo(RouteState.OFFERED);
    }

    @Test
    void shouldSetAsideWhatWaitsWhenTheQueueClosesAndClears() {
        at("2027-03-26T16:59:50+01:00");
        router.configure(shop(hours(WhenClosed.PARK, true, false)).build());
        router.logIn("ada");
        Decision offered = router.message("c1", "refund");
        long waiting = router.message("c2", "refund").conversation;

        at("2027-03-26T17:00:00+01:00");

        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.PARKED);
        assertThat(router.conversation(waiting).state).isEqualTo(RouteState.PARKED);
        assertThat(router.agent("ada").used).isZero();
        assertThat(router.accept("ada", offered.offer).outcome).isEqualTo(Outcome.CONFLICT);
    }

    @Test
    void shouldGoElsewhereWhenTheClosedQueueSaysSo() {
        at("2027-03-26T16:59:00+01:00");
        router.configure(shop(hours(WhenClosed.MOVE, true, false)).build());
        long before = router.message("c1", "refund").conversation;
        at("2027-03-26T17:00:00+01:00");

        long after = router.message("c2", "refund").conversation;

        int night = router.queueNumber("night");
        assertThat(router.conversation(before).queue).isEqualTo(night);
        assertThat(router.conversation(after).queue).isEqualTo(night);
        router.message("c2", "refund?");
        assertThat(router.conversation(after).queue).isEqualTo(night);
    }

    @Test
    void shouldStayWhereItWaitsWhenItsClosedQueueMovesAndIsNotCleared() {
        at("2027-03-26T16:59:00+01:00");
        router.configure(shop(hours(WhenClosed.MOVE, false, false)).build());
        long before = router.message("c1", "refund").conversation;
        at("2027-03-26T17:00:00+01:00");

        router.message("c1", "urgent refund");

        assertThat(router.conversation(before).queue).isEqualTo(router.queueNumber("billing"));
        assertThat(router.conversation(before).state).isEqualTo(RouteState.QUEUED);
    }

    @Test
    void shouldReturnToAClosedQueueOnlyWhenItOpens() {
        at("2027-03-26T16:59:00+01:00");
        router.configure(shop(hours(WhenClosed.PARK, false, false)).build());
        router.logIn("ada");
        Decision offered = router.message("c1", "refund");
        router.accept("ada", offered.offer);
        router.status("ada", AgentStatus.OFFLINE);

        router.tickThrough(Duration.ofHours(1));
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.PARKED);
        at("2027-03-27T09:00:00+01:00");
        assertThat(router.conversation(offered.conversation).state).isEqualTo(RouteState.QUEUED);
    }

    @Test
    void shouldOpenWhenTheConfigurationTakesTheCalendarAway() {
        at("2027-03-26T18:00:00+01:00");
        router.configure(shop(hours(WhenClosed.PARK, false, false)).build());
        long conversation = router.message("c1", "refund").conversation;

        router.configure(shop(QueueHours.ALWAYS).build());
        router.tick();

        assertThat(router.conversation(conversation).state).isEqualTo(RouteState.QUEUED);
    }

    @Test
    void shouldTakeInAtOnceWhatIsTooMuchForOneTurn() {
        at("2027-03-26T18:00:00+01:00");
        router.configure(shop(hours(WhenClosed.PARK, true, false)).build());
        for (int number = 0; number < 2 * CalendarDecider.MAX_MOVED + 1; number++) {
            router.message("c" + number, "refund");
        }

        at("2027-03-27T09:00:00+01:00");
        assertThat(router.state().statistics.waiting).isEqualTo(2 * CalendarDecider.MAX_MOVED + 1);
        at("2027-03-27T17:00:00+01:00");
        assertThat(router.state().statistics.parked).isEqualTo(2 * CalendarDecider.MAX_MOVED + 1);
    }
}
