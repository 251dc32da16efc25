package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.calendar.CalendarConfiguration;
import io.strowger.engine.calendar.DayHours;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.WhenClosed;
import io.strowger.engine.event.CalendarTurned;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.QueueTurned;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Opens and closes queues: looks at the clock on the wall, minute by minute. */
final class Calendars {
    private static final int MAX_MOVED = 256;
    private static final long MINUTE = 60_000_000_000L;

    /** Longer than that no calendar of a test stays as it is. */
    private static final long HORIZON = 40L * 1_440 * MINUTE;

    private final Session session;
    private final Changes changes;

    Calendars(Session session, Changes changes) {
        this.session = session;
        this.changes = changes;
    }

    /** A configuration is in force, and its event told. */
    void begin(Organization organization) {
        List<CalendarConfiguration> calendars =
                organization.names.configuration().calendars();
        for (int position = 0; position < calendars.size(); position++) {
            turn(organization, position);
        }
    }

    /** The same, before its event is told: queues without calendar are open. */
    void forget(Organization organization, int calendarsBefore) {
        for (int position = 0; position < calendarsBefore; position++) {
            session.timers.cancel(Kind.CALENDAR_EDGE, organization.number, position, 0);
        }
        organization.nextTurns.clear();
        for (int queue : organization.queues.keySet()) {
            if (organization.hours(queue).calendar() == null) {
                organization.closedQueues.remove(queue);
                arm(organization, queue);
            }
        }
    }

    void turn(Organization organization, int position) {
        CalendarConfiguration calendar =
                organization.names.configuration().calendars().get(position);
        CalendarTurned event = new CalendarTurned();
        event.calendar = position;
        event.open = isOpen(calendar, session.now);
        event.nextAt = nextTurn(calendar, session.now);
        organization.nextTurns.put(calendar.id(), event.nextAt);
        session.timers.cancel(Kind.CALENDAR_EDGE, organization.number, position, 0);
        if (event.nextAt != 0) {
            session.timers.arm(Kind.CALENDAR_EDGE, organization.number, position, 0, event.nextAt);
        }
        for (int queue : organization.queues.keySet()) {
            if (calendar.id().equals(organization.hours(queue).calendar())) {
                if (event.open) {
                    organization.closedQueues.remove(queue);
                } else {
                    organization.closedQueues.add(queue);
                }
                arm(organization, queue);
            }
        }
        session.emit(organization, event);
    }

    /** Moves what waits in a queue that closed, or for one that opened. */
    void move(Organization organization, int queue) {
        boolean closed = organization.closedQueues.contains(queue);
        List<Conversation> concerned = concerned(organization, queue, closed);
        QueueTurned event = new QueueTurned();
        event.queue = queue;
        event.more = concerned.size() > MAX_MOVED;
        for (Conversation conversation : concerned.subList(0, Math.min(MAX_MOVED, concerned.size()))) {
            if (closed) {
                close(organization, conversation);
            } else {
                open(organization, conversation);
            }
        }
        if (event.more) {
            session.timers.arm(Kind.QUEUE_HOURS, organization.number, queue, 0, session.now);
        }
        session.emit(organization, event);
    }

    private void open(Organization organization, Conversation conversation) {
        ConversationQueued event = Placement.again(organization, conversation, QueueReason.OPENED);
        if (organization.queue(conversation.queue).service().hours().freshAtOpening()) {
            Placement.renew(organization, conversation, event, session.now);
        }
        changes.queue(organization, conversation, event, conversation.requirements);
    }

    private void close(Organization organization, Conversation conversation) {
        changes.endOffers(organization, conversation, OfferOutcome.RESCINDED);
        if (organization.hours(conversation.queue).whenClosed() == WhenClosed.MOVE) {
            ConversationQueued event = Placement.again(organization, conversation, QueueReason.CLOSED);
            changes.queue(organization, conversation, event, conversation.requirements);
        } else {
            changes.awaitOpening(organization, conversation);
        }
    }

    private void arm(Organization organization, int queue) {
        QueueHours hours = organization.hours(queue);
        boolean closed = organization.closedQueues.contains(queue);
        boolean moves = !closed || hours.clearsAtClosing() && hours.whenClosed() != WhenClosed.WAIT;
        session.timers.cancel(Kind.QUEUE_HOURS, organization.number, queue, 0);
        if (moves && !concerned(organization, queue, closed).isEmpty()) {
            session.timers.arm(Kind.QUEUE_HOURS, organization.number, queue, 0, session.now);
        }
    }

    private static List<Conversation> concerned(Organization organization, int queue, boolean closed) {
        List<Conversation> all = closed ? organization.line : organization.awaiting;
        return all.stream().filter(conversation -> conversation.queue == queue).toList();
    }

    private static long nextTurn(CalendarConfiguration calendar, long now) {
        boolean open = isOpen(calendar, now);
        for (long minute = (now / MINUTE + 1) * MINUTE; minute < now + HORIZON; minute += MINUTE) {
            if (isOpen(calendar, minute) != open) {
                return minute;
            }
        }
        return 0;
    }

    static boolean isOpen(CalendarConfiguration calendar, long instant) {
        ZonedDateTime local = Instant.ofEpochSecond(instant / 1_000_000_000L).atZone(ZoneId.of(calendar.zone()));
        DayHours day = calendar.exceptions().get(local.toLocalDate());
        if (day == null) {
            day = calendar.week().get(local.getDayOfWeek().getValue() - 1);
        }
        int minute = local.getHour() * 60 + local.getMinute();
        for (int index = 0; index < day.minutes().size(); index += 2) {
            if (minute >= day.minutes().get(index) && minute < day.minutes().get(index + 1)) {
                return true;
            }
        }
        return false;
    }
}
