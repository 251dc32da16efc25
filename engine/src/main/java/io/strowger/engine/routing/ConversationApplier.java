package io.strowger.engine.routing;

import io.strowger.engine.event.AttributesGiven;
import io.strowger.engine.event.ConversationAbandoned;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationCompleted;
import io.strowger.engine.event.ConversationExpired;
import io.strowger.engine.event.ConversationForgotten;
import io.strowger.engine.event.ConversationOpened;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationRejected;
import io.strowger.engine.event.ConversationScheduled;
import io.strowger.engine.event.ConversationScored;
import io.strowger.engine.event.DelayElapsed;
import io.strowger.engine.event.LifetimeSet;
import io.strowger.engine.event.PreferenceEnded;
import io.strowger.engine.event.RequirementsRelaxed;
import io.strowger.engine.event.RouteState;

/** Applies what happens to conversations, apart from offers and assignments. */
final class ConversationApplier {
    private final RouterState state;
    private final WaitingLines lines;
    private final Exclusions exclusions;
    private final Indexer indexer;
    private final WorkflowApplier workflows;

    ConversationApplier(
            RouterState state, WaitingLines lines, Exclusions exclusions, Indexer indexer, WorkflowApplier workflows) {
        this.state = state;
        this.lines = lines;
        this.exclusions = exclusions;
        this.indexer = indexer;
        this.workflows = workflows;
    }

    void opened(OrganizationState organization, ConversationOpened event) {
        ConversationState conversation = organization.takeConversation();
        conversation.clear();
        conversation.id = event.conversation;
        conversation.changedBy = state.sequence;
        conversation.channel = event.channel;
        conversation.key.copyFrom(event.key);
        conversation.contact.copyFrom(event.contact);
        organization.conversations.put(conversation.id, conversation);
        if (!conversation.key.isEmpty()) {
            organization.byKey.add(conversation);
        }
        if (!conversation.contact.isEmpty()) {
            organization.byContact.add(conversation);
        }
        organization.statistics.opened++;
    }

    void scored(OrganizationState organization, ConversationScored event) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        conversation.language = event.language;
        conversation.intent = event.intent;
        conversation.sentiment = event.sentiment;
        conversation.emotion = event.emotion;
        conversation.urgency = event.urgency;
        conversation.sentimentScore = event.sentimentScore;
    }

    void queued(OrganizationState organization, ConversationQueued event, long now) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        // First: a new signature may rebuild the indexes, in which everybody must still stand.
        Signature signature = indexer.signature(organization, organization.capacity(conversation), event.requirements);
        Indexer.seat(organization, organization.queues[event.queue], signature);
        boolean staysInLine = conversation.isWaiting() && conversation.queue == event.queue;
        lines.hide(conversation);
        if (!conversation.isWaiting()) {
            conversation.enteredAt = now;
        }
        if (conversation.isClosed()) {
            reopen(conversation);
        } else if (conversation.state == RouteState.PARKED) {
            WaitingLines.unpark(conversation);
        } else if (conversation.state == RouteState.SCHEDULED) {
            unschedule(conversation);
        } else if (conversation.isWaiting() && !staysInLine) {
            lines.leave(conversation, now);
        }
        workflows.queued(conversation, event);
        if (conversation.stay != event.stay) {
            conversation.transfers = 0;
        }
        conversation.stay = event.stay;
        conversation.queue = event.queue;
        conversation.priority = event.priority;
        conversation.queuedAt = event.queuedAt;
        conversation.orderKey = event.orderKey;
        conversation.age = event.age;
        conversation.dueAt = event.dueAt;
        conversation.signature = signature;
        conversation.rule = event.rule;
        conversation.version = event.version;
        conversation.requeues = event.requeues;
        conversation.tags.copyFrom(event.tags);
        lines.prefer(conversation, event.preferredAgent, event.preferredUntil);
        if (!staysInLine) {
            lines.enter(conversation, now);
        }
        long relaxAfter = signature.relaxAfterNanos;
        lines.relaxAt(conversation, relaxAfter == 0 ? 0 : conversation.enteredAt + relaxAfter);
        lines.show(conversation);
    }

    void given(OrganizationState organization, AttributesGiven event) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        conversation.given.set(event.priority, event.attributes);
    }

    void preferenceEnded(OrganizationState organization, PreferenceEnded event) {
        ConversationState conversation = organization.conversation(event.conversation);
        lines.hide(conversation);
        lines.endPreference(conversation);
        if (conversation.isWaiting()) {
            lines.show(conversation);
        }
    }

    void delayElapsed(OrganizationState organization, DelayElapsed event) {
        ConversationState conversation = organization.conversation(event.conversation);
        lines.hide(conversation);
        lines.reach(conversation, event.reach, event.nextAt);
        lines.show(conversation);
    }

    void relaxed(OrganizationState organization, RequirementsRelaxed event) {
        ConversationState conversation = organization.conversation(event.conversation);
        // First: a new signature may rebuild the indexes, in which everybody must still stand.
        Signature signature = indexer.signature(organization, organization.capacity(conversation), event.requirements);
        Indexer.seat(organization, organization.queues[conversation.queue], signature);
        lines.hide(conversation);
        conversation.signature = signature;
        lines.relaxAt(conversation, event.nextAt);
        lines.show(conversation);
    }

    void parked(OrganizationState organization, ConversationParked event, long now) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        leaveLine(conversation, now);
        conversation.state = RouteState.PARKED;
        organization.statistics.parked++;
    }

    void completed(OrganizationState organization, ConversationCompleted event) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        organization.statistics.completed++;
        close(conversation, RouteState.COMPLETED, event.reopenUntil);
    }

    void cancelled(OrganizationState organization, ConversationCancelled event, long now) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        leaveLine(conversation, now);
        organization.statistics.cancelled++;
        close(conversation, RouteState.CANCELLED, event.reopenUntil);
    }

    void forgotten(OrganizationState organization, ConversationForgotten event) {
        ConversationState conversation = organization.conversation(event.conversation);
        state.wheel.cancel(conversation.endTimer);
        organization.closed.remove(conversation);
        if (!conversation.key.isEmpty()) {
            organization.byKey.remove(conversation);
        }
        organization.conversations.remove(conversation.id);
        organization.statistics.forgotten++;
        organization.giveBack(conversation);
    }

    void scheduled(OrganizationState organization, ConversationScheduled event, long now) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        leaveLine(conversation, now);
        conversation.state = RouteState.SCHEDULED;
        conversation.startsManually = event.manual;
        conversation.endsAt = event.startAt;
        conversation.endTimer =
                state.wheel.arm(TimerKind.START, conversation.id, TimerKind.sub(organization, 0), event.startAt);
        organization.statistics.scheduled++;
    }

    /** It keeps its signature, in case the customer comes back to the old place. */
    void abandoned(OrganizationState organization, ConversationAbandoned event, long now) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        leaveLine(conversation, now);
        organization.statistics.abandoned++;
        Signature kept = conversation.signature;
        close(conversation, RouteState.ABANDONED, event.reopenUntil);
        conversation.signature = kept;
        conversation.returnUntil = event.returnUntil;
    }

    void expired(OrganizationState organization, ConversationExpired event, long now) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        leaveLine(conversation, now);
        organization.statistics.expired++;
        close(conversation, RouteState.EXPIRED, event.reopenUntil);
    }

    void rejected(OrganizationState organization, ConversationRejected event) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        if (conversation.isClosed()) {
            reopen(conversation);
        }
        conversation.queue = event.queue;
        conversation.priority = event.priority;
        conversation.rule = event.rule;
        conversation.version = event.version;
        organization.statistics.rejected++;
        close(conversation, RouteState.REJECTED, event.reopenUntil);
    }

    void lifetimeSet(OrganizationState organization, LifetimeSet event) {
        ConversationState conversation = organization.conversation(event.conversation);
        state.wheel.cancel(conversation.lifeTimer);
        conversation.expiresAt = event.expiresAt;
        conversation.lifeTimer = state.wheel.arm(
                TimerKind.TIME_TO_LIVE, conversation.id, TimerKind.sub(organization, 0), event.expiresAt);
    }

    private void unschedule(ConversationState conversation) {
        state.wheel.cancel(conversation.endTimer);
        conversation.endTimer = TimingWheel.NO_TIMER;
        conversation.endsAt = 0;
        conversation.startsManually = false;
        conversation.organization.statistics.scheduled--;
    }

    private void leaveLine(ConversationState conversation, long now) {
        if (conversation.state == RouteState.PARKED) {
            WaitingLines.unpark(conversation);
        } else if (conversation.state == RouteState.SCHEDULED) {
            unschedule(conversation);
        }
        if (conversation.isWaiting()) {
            lines.leave(conversation, now);
            workflows.rest(conversation);
        }
        lines.endPreference(conversation);
    }

    private void close(ConversationState conversation, RouteState how, long reopenUntil) {
        OrganizationState organization = conversation.organization;
        conversation.state = how;
        conversation.given.clear();
        exclusions.clear(conversation);
        state.wheel.cancel(conversation.lifeTimer);
        conversation.lifeTimer = TimingWheel.NO_TIMER;
        conversation.expiresAt = 0;
        conversation.signature = null;
        conversation.endsAt = reopenUntil;
        if (!conversation.contact.isEmpty()) {
            organization.byContact.remove(conversation);
        }
        organization.closed.append(conversation);
        conversation.endTimer =
                state.wheel.arm(TimerKind.FORGETTING, conversation.id, TimerKind.sub(organization, 0), reopenUntil);
    }

    private void reopen(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        state.wheel.cancel(conversation.endTimer);
        conversation.endTimer = TimingWheel.NO_TIMER;
        conversation.endsAt = 0;
        conversation.returnUntil = 0;
        organization.closed.remove(conversation);
        if (!conversation.contact.isEmpty()) {
            organization.byContact.add(conversation);
        }
        organization.statistics.reopened++;
    }
}
