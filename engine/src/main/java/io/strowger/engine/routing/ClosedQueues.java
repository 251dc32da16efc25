package io.strowger.engine.routing;

import io.strowger.engine.configuration.WhenClosed;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.OpeningAwaited;
import io.strowger.engine.event.QueueReason;

/** What a closed queue does with conversations that come into it. */
final class ClosedQueues {
    private final Scope scope;

    ClosedQueues(Scope scope) {
        this.scope = scope;
    }

    /** The queue that an event names, or where that sends what comes into it while it is closed; what waits in it stays. */
    static QueueState destination(ConversationState conversation, ConversationQueued event) {
        OrganizationState organization = conversation.organization;
        boolean isThere = conversation.isWaiting() && conversation.queue == event.queue;
        return isThere && event.reason != QueueReason.CLOSED
                ? organization.queues[event.queue]
                : destination(organization, event.queue);
    }

    /** The queue itself, or where it sends its conversations while it is closed. */
    static QueueState destination(OrganizationState organization, int wanted) {
        QueueState queue = organization.queues[wanted];
        while (sendsAway(queue)) {
            queue = organization.queues[queue.closedQueue];
        }
        return queue;
    }

    /** Whether conversations do not come into a queue now, but into its {@link QueueState#closedQueue}. */
    static boolean sendsAway(QueueState queue) {
        return queue.closed && whenClosed(queue) == WhenClosed.MOVE;
    }

    /** Whether conversations that come into a queue now are set aside until it opens. */
    static boolean setsAside(QueueState queue) {
        return queue.closed && whenClosed(queue) == WhenClosed.PARK;
    }

    /** Sets a conversation aside that waits in a closed queue, and has it queued again when that opens. */
    void awaitOpening(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        ConversationParked parked = scope.events.conversationParked;
        parked.conversation = conversation.id;
        scope.emit(organization, parked);
        OpeningAwaited awaited = scope.events.openingAwaited;
        awaited.conversation = conversation.id;
        awaited.opensAt = organization.calendars.nextAt[organization.queues[conversation.queue].calendar];
        scope.emit(organization, awaited);
    }

    private static WhenClosed whenClosed(QueueState queue) {
        return queue.configuration.service().hours().whenClosed();
    }
}
