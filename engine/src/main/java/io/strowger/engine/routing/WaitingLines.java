package io.strowger.engine.routing;

import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;

/** Lets conversations enter and leave their queues' lines and indexes. Called while events are applied. */
final class WaitingLines {
    private final RouterState state;

    WaitingLines(RouterState state) {
        this.state = state;
    }

    /** Puts a conversation that waits in no queue at the end of the line of its queue. */
    void enter(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        organization.queues[conversation.queue].line.append(conversation);
        organization.statistics.waiting++;
    }

    /** Takes a waiting conversation out of its queue. */
    void leave(ConversationState conversation, long now) {
        OrganizationState organization = conversation.organization;
        hide(conversation);
        QueueState queue = organization.queues[conversation.queue];
        queue.line.remove(conversation);
        organization.statistics.waiting--;
        if (queue.removed) {
            armDrain(organization, queue, now);
        }
    }

    /** Has a removed queue's next conversation move, if there is one. */
    void armDrain(OrganizationState organization, QueueState queue, long now) {
        state.wheel.cancel(queue.drainTimer);
        queue.drainTimer = TimingWheel.NO_TIMER;
        if (queue.line.size() > 0) {
            queue.drainTimer =
                    state.wheel.arm(TimerKind.DRAIN, queue.index, TimerKind.sub(organization, queue.index), now);
        }
    }

    /** Lets a conversation without an offer be found by agents, and notes that it looks for one. */
    void show(ConversationState conversation) {
        conversation.state = RouteState.QUEUED;
        index(conversation.organization, conversation);
        state.work.add(conversation);
    }

    /** Puts a conversation into the index where agents find it. */
    static void index(OrganizationState organization, ConversationState conversation) {
        conversation.key0 = conversation.orderKey;
        conversation.key1 = conversation.queuedAt;
        conversation.key2 = conversation.id;
        conversation.bits = conversation.signature().mask;
        SignatureTree tree = conversation.preferredAgent == DomainEvent.NOBODY
                ? organization.queues[conversation.queue].waiting
                : organization.agents[conversation.preferredAgent].preferring;
        tree.insert(conversation);
    }

    /** Takes a conversation out of the index. */
    void hide(ConversationState conversation) {
        SignatureTree tree = conversation.tree;
        if (tree != null) {
            tree.remove(conversation);
        }
    }

    void prefer(ConversationState conversation, int agent, long until) {
        endPreference(conversation);
        conversation.preferredAgent = agent;
        conversation.preferredUntil = until;
        if (agent != DomainEvent.NOBODY) {
            conversation.preferenceTimer = state.wheel.arm(
                    TimerKind.PREFERENCE, conversation.id, TimerKind.sub(conversation.organization, agent), until);
        }
    }

    /** Forgets the preference of a conversation that is in no index. */
    void endPreference(ConversationState conversation) {
        state.wheel.cancel(conversation.preferenceTimer);
        conversation.preferenceTimer = TimingWheel.NO_TIMER;
        conversation.preferredAgent = DomainEvent.NOBODY;
        conversation.preferredUntil = 0;
    }
}
