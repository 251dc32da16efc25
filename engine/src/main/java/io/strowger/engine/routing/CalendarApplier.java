package io.strowger.engine.routing;

import io.strowger.engine.configuration.WhenClosed;
import io.strowger.engine.event.CalendarTurned;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OpeningAwaited;
import io.strowger.engine.event.QueueTurned;

/** Applies openings and closings. */
final class CalendarApplier {
    private final RouterState state;

    CalendarApplier(RouterState state) {
        this.state = state;
    }

    /** Takes the calendars of a new configuration; what is open is told by the events that follow. */
    void configured(OrganizationState organization, long now) {
        for (long timer : organization.calendars.timers) {
            state.wheel.cancel(timer);
        }
        organization.calendars =
                new OrganizationCalendars(organization.names.configuration().calendars());
        for (QueueState queue : organization.queues) {
            String closedQueue = queue.configuration.service().hours().closedQueue();
            queue.closedQueue = closedQueue == null
                    ? DomainEvent.NOBODY
                    : organization.names.queues().number(closedQueue);
            queue.calendar = queue.removed
                    ? DomainEvent.NOBODY
                    : organization.calendars.position(
                            queue.configuration.service().hours().calendar());
            if (queue.calendar == DomainEvent.NOBODY) {
                queue.closed = false;
                turn(organization, queue, now);
            }
        }
    }

    void calendarTurned(OrganizationState organization, CalendarTurned event, long now) {
        OrganizationCalendars calendars = organization.calendars;
        int position = event.calendar;
        state.wheel.cancel(calendars.timers[position]);
        calendars.open[position] = event.open;
        calendars.nextAt[position] = event.nextAt;
        calendars.timers[position] = event.nextAt == 0
                ? TimingWheel.NO_TIMER
                : state.wheel.arm(
                        TimerKind.CALENDAR_EDGE, position, TimerKind.sub(organization, position), event.nextAt);
        for (QueueState queue : organization.queues) {
            if (queue.calendar == position) {
                queue.closed = !event.open;
                turn(organization, queue, now);
            }
        }
    }

    void queueTurned(OrganizationState organization, QueueTurned event, long now) {
        arm(organization, organization.queues[event.queue], event.more, now);
    }

    void awaited(OrganizationState organization, OpeningAwaited event) {
        ConversationState conversation = organization.conversation(event.conversation);
        conversation.awaitsOpening = true;
        organization.queues[conversation.queue].awaiting.append(conversation);
    }

    /** Has the conversations move that an opening or a closing concerns. */
    private void turn(OrganizationState organization, QueueState queue, long now) {
        boolean clears = queue.closed
                && queue.configuration.service().hours().clearsAtClosing()
                && queue.configuration.service().hours().whenClosed() != WhenClosed.WAIT;
        arm(organization, queue, queue.closed ? clears && queue.line.size() > 0 : queue.awaiting.size() > 0, now);
    }

    private void arm(OrganizationState organization, QueueState queue, boolean due, long now) {
        state.wheel.cancel(queue.hoursTimer);
        queue.hoursTimer = due
                ? state.wheel.arm(TimerKind.QUEUE_HOURS, queue.index, TimerKind.sub(organization, queue.index), now)
                : TimingWheel.NO_TIMER;
    }
}
