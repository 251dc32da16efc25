package io.strowger.engine.routing;

import io.strowger.engine.command.CustomerPresence;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ScheduleConversation;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.ConversationAbandoned;
import io.strowger.engine.event.ConversationExpired;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationRejected;
import io.strowger.engine.event.ConversationScheduled;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.LifetimeSet;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;

/** Decides when conversations begin to wait and when they end without having been completed. */
final class LifecycleDecider {
    /** The API, where an agent's id could stand. */
    private static final Bytes NOBODY = new Bytes();

    private final Scope scope;
    private final Placement placement;
    private final Closing closing;
    private final Remarks remarks;
    private final ScheduleConversation schedule = new ScheduleConversation();
    private final CustomerPresence presence = new CustomerPresence();

    LifecycleDecider(Scope scope, Placement placement, Closing closing, Remarks remarks) {
        this.scope = scope;
        this.placement = placement;
        this.closing = closing;
        this.remarks = remarks;
    }

    Outcome schedule(OrganizationState organization, ByteReader command) {
        schedule.read(command);
        ConversationState conversation = organization.conversations.find(schedule.conversation);
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        Outcome refusal = remarks.refusal(conversation, schedule.postscript());
        if (refusal != null) {
            return refusal;
        }
        switch (conversation.state) {
            case QUEUED, PARKED, SCHEDULED -> {
                if (schedule.startAt <= scope.now()) {
                    return scope.refuse(Outcome.INVALID, "the start must lie in the future");
                }
            }
            default -> {
                return Outcome.CONFLICT;
            }
        }
        remarks.tell(conversation, NOBODY, schedule.postscript().reason);
        ConversationScheduled event = scope.events.conversationScheduled;
        event.conversation = conversation.id;
        event.startAt = schedule.startAt;
        event.manual = schedule.manual;
        scope.emit(organization, event);
        return Outcome.DONE;
    }

    Outcome presence(OrganizationState organization, ByteReader command) {
        presence.read(command);
        ConversationState conversation = organization.conversations.find(presence.conversation);
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        Outcome refusal = remarks.refusal(conversation, presence.postscript());
        if (refusal != null) {
            return refusal;
        }
        boolean isAway = conversation.state == RouteState.ABANDONED;
        if (presence.present ? conversation.isWaiting() : isAway) {
            return Outcome.UNCHANGED;
        }
        if (presence.present && isAway && !canReturn(conversation)) {
            return scope.refuse(Outcome.CONFLICT, "the time to come back is over; a message begins anew");
        }
        if (presence.present ? !isAway : !conversation.isWaiting()) {
            return Outcome.CONFLICT;
        }
        remarks.tell(conversation, NOBODY, presence.postscript().reason);
        if (presence.present) {
            comeBack(conversation);
        } else {
            abandon(conversation);
        }
        return Outcome.DONE;
    }

    /** Whether an abandoned conversation's customer is back in time. */
    boolean canReturn(ConversationState conversation) {
        return scope.now() < conversation.returnUntil;
    }

    /** The customer is back: the conversation waits in its old place, as if it had never been left. */
    void comeBack(ConversationState conversation) {
        placement.queueAnyway(conversation, placement.again(conversation, QueueReason.CUSTOMER_RETURNED));
        limit(conversation);
    }

    /** The instant of a scheduled conversation came. */
    void start(ConversationState conversation) {
        if (conversation.startsManually) {
            ConversationParked parked = scope.events.conversationParked;
            parked.conversation = conversation.id;
            scope.emit(conversation.organization, parked);
            return;
        }
        ConversationQueued event = placement.again(conversation, QueueReason.STARTED);
        placement.renew(conversation, event);
        placement.queue(conversation, event);
    }

    /** The stay took too long. */
    void expire(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        placement.endAll(conversation, OfferOutcome.CANCELLED);
        if (conversation.agent != DomainEvent.NOBODY) {
            closing.endAssignment(conversation, AssignmentEnd.EXPIRED);
        }
        ConversationExpired event = scope.events.conversationExpired;
        event.conversation = conversation.id;
        event.reopenUntil = scope.now() + organization.limits.reopenWindowNanos();
        scope.emit(organization, event);
    }

    /** The stay that just began ends by itself, if the organization wants that. */
    void limit(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        long timeToLiveNanos = organization.limits.lifecycle().timeToLiveNanos();
        if (timeToLiveNanos > 0) {
            LifetimeSet event = scope.events.lifetimeSet;
            event.conversation = conversation.id;
            event.expiresAt = scope.now() + timeToLiveNanos;
            scope.emit(organization, event);
        }
    }

    /**
     * The queue that an arriving conversation can wait in: this one, or where it leads while it is closed or full; the last
     * one if all are full. One that sets conversations aside until it opens is never full.
     */
    static QueueState admitting(OrganizationState organization, int wanted) {
        QueueState queue = organization.queues[wanted];
        while (true) {
            if (ClosedQueues.sendsAway(queue)) {
                queue = organization.queues[queue.closedQueue];
            } else if (takesIn(queue) || queue.overflow == DomainEvent.NOBODY) {
                return queue;
            } else {
                queue = organization.queues[queue.overflow];
            }
        }
    }

    /** Whether an arriving conversation can wait in a queue, or for it to open. */
    static boolean takesIn(QueueState queue) {
        return queue.hasRoom() || ClosedQueues.setsAside(queue);
    }

    /** An arriving conversation is not taken in. */
    void reject(ConversationState conversation, ConversationQueued place) {
        OrganizationState organization = conversation.organization;
        ConversationRejected event = scope.events.conversationRejected;
        event.conversation = conversation.id;
        event.queue = place.queue;
        event.priority = place.priority;
        event.rule = place.rule;
        event.version = place.version;
        event.reopenUntil = scope.now() + organization.limits.reopenWindowNanos();
        scope.emit(organization, event);
    }

    private void abandon(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        placement.endAll(conversation, OfferOutcome.CANCELLED);
        ConversationAbandoned event = scope.events.conversationAbandoned;
        event.conversation = conversation.id;
        event.returnUntil = scope.now() + organization.limits.lifecycle().abandonGraceNanos();
        event.reopenUntil = scope.now() + organization.limits.reopenWindowNanos();
        scope.emit(organization, event);
    }
}
