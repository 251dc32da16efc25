package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.command.CustomerPresence;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ScheduleConversation;
import io.strowger.engine.configuration.QueueBound;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.ConversationAbandoned;
import io.strowger.engine.event.ConversationExpired;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationRejected;
import io.strowger.engine.event.ConversationScheduled;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.LifetimeSet;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.Bytes;

/** Decides when conversations begin to wait, and when they end without having been completed. */
final class Lifecycles {
    private final Session session;
    private final Changes changes;

    Lifecycles(Session session, Changes changes) {
        this.session = session;
        this.changes = changes;
    }

    Outcome schedule(Organization organization, ScheduleConversation command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        Outcome refusal = ConversationCommands.refusal(conversation, command.postscript());
        if (refusal != null) {
            return refusal;
        }
        boolean canBe = conversation.state == RouteState.QUEUED
                || conversation.state == RouteState.PARKED
                || conversation.state == RouteState.SCHEDULED;
        if (!canBe) {
            return Outcome.CONFLICT;
        }
        if (command.startAt <= session.now) {
            return Outcome.INVALID;
        }
        changes.tellReason(organization, conversation, new Bytes(), command.postscript().reason);
        ConversationScheduled event = new ConversationScheduled();
        event.conversation = conversation.id;
        event.startAt = command.startAt;
        event.manual = command.manual;
        changes.leaveQueue(organization, conversation);
        conversation.state = RouteState.SCHEDULED;
        conversation.startsManually = command.manual;
        session.timers.arm(Kind.START, organization.number, conversation.id, 0, command.startAt);
        session.emit(organization, event);
        return Outcome.DONE;
    }

    Outcome presence(Organization organization, CustomerPresence command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        Outcome refusal = ConversationCommands.refusal(conversation, command.postscript());
        if (refusal != null) {
            return refusal;
        }
        boolean isAbandoned = conversation.state == RouteState.ABANDONED;
        if (conversation.isWaiting()) {
            if (command.present) {
                return Outcome.UNCHANGED;
            }
            changes.tellReason(organization, conversation, new Bytes(), command.postscript().reason);
            abandon(organization, conversation);
            return Outcome.DONE;
        }
        if (!isAbandoned || command.present && session.now >= conversation.returnUntil) {
            return Outcome.CONFLICT;
        }
        if (!command.present) {
            return Outcome.UNCHANGED;
        }
        changes.tellReason(organization, conversation, new Bytes(), command.postscript().reason);
        comeBack(organization, conversation);
        return Outcome.DONE;
    }

    /** The customer is back in time: the old place. */
    void comeBack(Organization organization, Conversation conversation) {
        ConversationQueued event = Placement.again(organization, conversation, QueueReason.CUSTOMER_RETURNED);
        changes.queueAnyway(organization, conversation, event, conversation.requirements);
        limit(organization, conversation);
    }

    /** The instant of a scheduled conversation came. */
    void start(Organization organization, Conversation conversation) {
        if (conversation.startsManually) {
            changes.park(organization, conversation);
        } else {
            ConversationQueued event = Placement.again(organization, conversation, QueueReason.STARTED);
            Placement.renew(organization, conversation, event, session.now);
            changes.queue(organization, conversation, event, conversation.requirements);
        }
    }

    /** A stay took too long. */
    void expire(Organization organization, Conversation conversation) {
        changes.endOffers(organization, conversation, OfferOutcome.CANCELLED);
        if (conversation.agent != DomainEvent.NOBODY) {
            changes.endAssignment(organization, conversation, AssignmentEnd.EXPIRED, false);
        }
        ConversationExpired event = new ConversationExpired();
        event.conversation = conversation.id;
        changes.leaveQueue(organization, conversation);
        event.reopenUntil = changes.close(organization, conversation, RouteState.EXPIRED);
        session.emit(organization, event);
    }

    /** A stay that begins ends by itself, if the organization wants it. */
    void limit(Organization organization, Conversation conversation) {
        long timeToLiveNanos = organization.limits().lifecycle().timeToLiveNanos();
        if (timeToLiveNanos > 0) {
            LifetimeSet event = new LifetimeSet();
            event.conversation = conversation.id;
            event.expiresAt = session.now + timeToLiveNanos;
            session.timers.cancel(Kind.TIME_TO_LIVE, organization.number, conversation.id, 0);
            session.timers.arm(Kind.TIME_TO_LIVE, organization.number, conversation.id, 0, event.expiresAt);
            session.emit(organization, event);
        }
    }

    /** Changes the event's queue to the first that has room; false when none has. */
    boolean admit(Organization organization, ConversationQueued event) {
        while (true) {
            event.queue = organization.destination(event.queue);
            int queue = event.queue;
            if (organization.setsAside(queue)) {
                return true;
            }
            QueueBound bound = organization.queue(queue).bound();
            long length = organization.line.stream()
                    .filter(waiting -> waiting.queue == queue)
                    .count();
            if (bound.maxLength() == 0 || length < bound.maxLength()) {
                return true;
            }
            String overflowQueue = bound.overflowQueue();
            if (overflowQueue == null) {
                return false;
            }
            event.queue = organization.names.queues().number(overflowQueue);
        }
    }

    /** An arriving conversation is not taken in. */
    void reject(Organization organization, Conversation conversation, ConversationQueued place) {
        ConversationRejected event = new ConversationRejected();
        event.conversation = conversation.id;
        event.queue = place.queue;
        event.priority = place.priority;
        event.rule = place.rule;
        event.version = place.version;
        session.timers.cancel(Kind.FORGETTING, organization.number, conversation.id, 0);
        organization.closed.remove(conversation);
        conversation.queue = place.queue;
        conversation.priority = place.priority;
        conversation.rule = place.rule;
        conversation.version = place.version;
        event.reopenUntil = changes.close(organization, conversation, RouteState.REJECTED);
        session.emit(organization, event);
    }

    private void abandon(Organization organization, Conversation conversation) {
        changes.endOffers(organization, conversation, OfferOutcome.CANCELLED);
        ConversationAbandoned event = new ConversationAbandoned();
        event.conversation = conversation.id;
        event.returnUntil = session.now + organization.limits().lifecycle().abandonGraceNanos();
        changes.leaveQueue(organization, conversation);
        event.reopenUntil = changes.close(organization, conversation, RouteState.ABANDONED);
        conversation.returnUntil = event.returnUntil;
        session.emit(organization, event);
    }
}
