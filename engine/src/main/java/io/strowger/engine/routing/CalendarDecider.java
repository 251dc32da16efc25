package io.strowger.engine.routing;

import io.strowger.engine.calendar.OpenHours;
import io.strowger.engine.event.CalendarTurned;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.QueueTurned;

/** Opens and closes queues at the edges of their calendars' hours. */
final class CalendarDecider {
    /** So many conversations are moved at once, so that the first of them in the queue's order are served first. */
    static final int MAX_MOVED = 256;

    private final Scope scope;
    private final Placement placement;
    private final ClosedQueues closedQueues;

    CalendarDecider(Scope scope, Placement placement) {
        this.scope = scope;
        this.placement = placement;
        this.closedQueues = new ClosedQueues(scope);
    }

    /** Says of each calendar of a new configuration whether it is open. */
    void begin(OrganizationState organization) {
        for (int position = 0; position < organization.calendars.count(); position++) {
            turn(organization, position);
        }
    }

    /** Looks at the clock: whether a calendar is open, and until when. */
    void turn(OrganizationState organization, int position) {
        OpenHours hours = organization.calendars.hours(position);
        CalendarTurned event = scope.events.calendarTurned;
        event.calendar = position;
        event.open = hours.isOpen(scope.now());
        long nextAt = event.open ? hours.nextClose(scope.now()) : hours.nextOpen(scope.now());
        event.nextAt = nextAt == OpenHours.NEVER ? 0 : nextAt;
        scope.emit(organization, event);
    }

    /** Moves conversations into a queue that opened, or out of one that closed. */
    void move(OrganizationState organization, QueueState queue) {
        ConversationList concerned = queue.closed ? queue.line : queue.awaiting;
        boolean isClosing = queue.closed;
        for (int moved = 0; moved < MAX_MOVED; moved++) {
            ConversationState conversation = concerned.first();
            if (conversation == null) {
                break;
            }
            if (isClosing) {
                clear(conversation);
            } else {
                open(conversation);
            }
        }
        QueueTurned event = scope.events.queueTurned;
        event.queue = queue.index;
        event.more = concerned.size() > 0;
        scope.emit(organization, event);
    }

    private void open(ConversationState conversation) {
        boolean isFresh = conversation
                .organization
                .queues[conversation.queue]
                .configuration
                .service()
                .hours()
                .freshAtOpening();
        ConversationQueued event = placement.again(conversation, QueueReason.OPENED);
        if (isFresh) {
            placement.renew(conversation, event);
        }
        placement.queue(conversation, event);
    }

    private void clear(ConversationState conversation) {
        QueueState queue = conversation.organization.queues[conversation.queue];
        placement.endAll(conversation, OfferOutcome.RESCINDED);
        if (ClosedQueues.sendsAway(queue)) {
            placement.queue(conversation, placement.again(conversation, QueueReason.CLOSED));
        } else {
            closedQueues.awaitOpening(conversation);
        }
    }
}
