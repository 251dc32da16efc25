package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.DayHours;
import io.strowger.engine.event.ConversationForgotten;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.event.SlaStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What promises should have consumed, added up apart from the router, minute by minute of the queues' calendars. */
final class SlaCheck implements EventCheck {
    private static final long MINUTE = 60_000_000_000L;

    private final Map<Long, Map<SlaClock, Book>> books = new HashMap<>();
    private final Map<Long, @Nullable CalendarConfiguration> calendars = new HashMap<>();
    long periodsChecked;
    long breachesChecked;

    @Override
    public void before(OrganizationState organization, DomainEvent event, long now) {
        if (event instanceof ConversationQueued queued) {
            ConversationState conversation = organization.conversations.find(queued.conversation);
            if (conversation == null || conversation.stay != queued.stay) {
                books.remove(queued.conversation);
            }
        } else if (event instanceof ConversationForgotten forgotten) {
            books.remove(forgotten.conversation);
        } else if (event instanceof SlaClockChanged changed) {
            Map<SlaClock, Book> clocks =
                    books.computeIfAbsent(changed.conversation, absent -> new EnumMap<>(SlaClock.class));
            Book book = clocks.getOrDefault(changed.clock, Book.NEW);
            boolean isNext = changed.clock == SlaClock.NEXT_RESPONSE && !book.status.isLive();
            ConversationState conversation = organization.conversation(changed.conversation);
            clocks.put(changed.clock, changed(organization, conversation, changed, isNext ? Book.NEW : book, now));
        }
    }

    @Invariant(18)
    private Book changed(
            OrganizationState organization,
            ConversationState conversation,
            SlaClockChanged event,
            Book before,
            long now) {
        boolean isBreached = event.status == SlaStatus.BREACHED;
        assertThat(before.status)
                .as("%s of %s is over", event.clock, event.conversation)
                .isNotIn(SlaStatus.MET, SlaStatus.BREACHED);
        QueueState queue = organization.queues[conversation.queue];
        remember(organization, queue);
        CalendarConfiguration calendar = calendars.get(key(organization, queue));
        long until = isBreached ? event.dueAt : now;
        long expected =
                before.consumed + (before.status == SlaStatus.RUNNING ? open(before.calendar, before.since, until) : 0);
        assertThat(event.consumedNanos)
                .as("%s of %s: what it consumed is what it ran", event.clock, event.conversation)
                .isEqualTo(isBreached ? Math.max(expected, event.targetNanos) : expected)
                .isGreaterThanOrEqualTo(before.consumed);
        if (isBreached) {
            assertThat(event.dueAt).isLessThanOrEqualTo(now);
            breachesChecked++;
        } else if (event.status == SlaStatus.RUNNING && event.dueAt != 0) {
            assertThat(open(calendar, now, event.dueAt))
                    .isEqualTo(Math.max(0, event.targetNanos - event.consumedNanos));
        }
        long openSinceStart =
                before.openSinceStart + (before.since == 0 ? 0 : open(before.calendar, before.since, now));
        if (!isBreached) {
            assertThat(event.consumedNanos)
                    .as("it never exceeds the open time since its start")
                    .isLessThanOrEqualTo(openSinceStart);
        }
        periodsChecked++;
        return new Book(event.status, event.consumedNanos, now, openSinceStart, calendar);
    }

    @Override
    public void end(RouterState state) {
        for (OrganizationState organization : state.organizations) {
            for (QueueState queue : organization.queues) {
                remember(organization, queue);
            }
            for (ConversationState conversation : Invariants.conversations(organization)) {
                SlaState sla = conversation.slaOrNull();
                for (SlaClock clock : sla == null ? new SlaClock[0] : SlaClock.values()) {
                    SlaStatus status = sla.status(clock);
                    boolean canBeServed = conversation.isWaiting() || conversation.state == RouteState.ASSIGNED;
                    assertThat(status == SlaStatus.RUNNING)
                            .as("%s of %s runs only while it can be served", clock, conversation.id)
                            .isIn(false, canBeServed);
                    assertThat(status == SlaStatus.PAUSED && canBeServed)
                            .as("%s of %s is paused only while it can't be served", clock, conversation.id)
                            .isFalse();
                }
            }
        }
    }

    /** A queue that was removed keeps its promises by the hours that it had last. */
    private void remember(OrganizationState organization, QueueState queue) {
        String id = queue.configuration.service().hours().calendar();
        if (!queue.removed) {
            calendars.put(
                    key(organization, queue),
                    organization.names.configuration().calendars().stream()
                            .filter(each -> each.id().equals(id))
                            .findFirst()
                            .orElse(null));
        }
    }

    private static long key(OrganizationState organization, QueueState queue) {
        return ((long) organization.number << Integer.SIZE) + queue.index;
    }

    /** The open time between two instants. */
    private static long open(@Nullable CalendarConfiguration calendar, long since, long until) {
        if (calendar == null) {
            return Math.max(0, until - since);
        }
        long open = 0;
        for (long at = since; at < until; ) {
            long next = Math.min(until, (at / MINUTE + 1) * MINUTE);
            open += isOpen(calendar, at) ? next - at : 0;
            at = next;
        }
        return open;
    }

    private static boolean isOpen(CalendarConfiguration calendar, long instant) {
        ZonedDateTime local = Instant.ofEpochSecond(instant / 1_000_000_000L).atZone(ZoneId.of(calendar.zone()));
        DayHours usual = calendar.week().get(local.getDayOfWeek().getValue() - 1);
        DayHours day = calendar.exceptions().getOrDefault(local.toLocalDate(), usual);
        int minute = local.getHour() * 60 + local.getMinute();
        boolean isOpen = false;
        for (int edge : day.minutes()) {
            isOpen ^= minute >= edge;
        }
        return isOpen;
    }

    /** One promise: how it stood, since when, how much was consumed by then, and how long it was open since the start. */
    private record Book(
            SlaStatus status,
            long consumed,
            long since,
            long openSinceStart,
            @Nullable CalendarConfiguration calendar) {
        private static final Book NEW = new Book(SlaStatus.NONE, 0, 0, 0, null);
    }
}
