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
    void enter(ConversationState conversation, long now) {
        OrganizationState organization = conversation.organization;
        QueueState queue = organization.queues[conversation.queue];
        queue.line.append(conversation);
        queue.estimates.entered(conversation, now);
        conversation.passed = 0;
        startDelays(conversation, queue, now);
        organization.statistics.waiting++;
    }

    /** Takes a waiting conversation out of its queue. */
    void leave(ConversationState conversation, long now) {
        OrganizationState organization = conversation.organization;
        hide(conversation);
        reach(conversation, 0, 0);
        relaxAt(conversation, 0);
        QueueState queue = organization.queues[conversation.queue];
        queue.line.remove(conversation);
        organization.statistics.waiting--;
        if (queue.removed) {
            armDrain(organization, queue, now);
        }
    }

    /** Takes a parked conversation out of where it was set aside. */
    static void unpark(ConversationState conversation) {
        conversation.organization.statistics.parked--;
        if (conversation.awaitsOpening) {
            conversation.awaitsOpening = false;
            conversation.organization.queues[conversation.queue].awaiting.remove(conversation);
        }
    }

    /** Counts the delays that a conversation has waited, and waits for the next one. */
    void startDelays(ConversationState conversation, QueueState queue, long now) {
        int reach = queue.reach(now - conversation.enteredAt);
        reach(conversation, reach, reach < queue.delays.length ? conversation.enteredAt + queue.delays[reach] : 0);
    }

    /** Notes the delays that a conversation in no index has waited, and when the next one elapses, 0 for never. */
    void reach(ConversationState conversation, int reach, long nextAt) {
        state.wheel.cancel(conversation.delayTimer);
        conversation.reach = reach;
        conversation.delayTimer = nextAt == 0
                ? TimingWheel.NO_TIMER
                : state.wheel.arm(
                        TimerKind.DELAY, conversation.id, TimerKind.sub(conversation.organization, 0), nextAt);
    }

    /** Notes when something that a conversation asks is relaxed, 0 for never. */
    void relaxAt(ConversationState conversation, long at) {
        state.wheel.cancel(conversation.relaxTimer);
        conversation.relaxTimer = at == 0
                ? TimingWheel.NO_TIMER
                : state.wheel.arm(
                        TimerKind.RELAXATION, conversation.id, TimerKind.sub(conversation.organization, 0), at);
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

    /** Lets a waiting conversation be found by agents, if one more may be asked, and notes that it looks for one. */
    void show(ConversationState conversation) {
        conversation.state = conversation.offers.isEmpty() ? RouteState.QUEUED : RouteState.OFFERED;
        if (conversation.offers.size() < conversation.maxOffers()) {
            if (conversation.tree == null) {
                index(conversation.organization, conversation);
            }
            state.work.add(conversation);
        }
    }

    /** Puts a conversation into the index where agents find it. */
    static void index(OrganizationState organization, ConversationState conversation) {
        conversation.key0 = conversation.orderKey;
        conversation.key1 = conversation.waitingSince();
        conversation.key2 = conversation.id;
        conversation.bits = conversation.signature().mask;
        SignatureTree tree = conversation.preferredAgent == DomainEvent.NOBODY || conversation.isPulled()
                ? organization.queues[conversation.queue].rows.waiting(conversation.reach)
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
