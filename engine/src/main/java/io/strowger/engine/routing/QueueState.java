package io.strowger.engine.routing;

import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.internal.Hashes;

/** A queue: who waits in it, and who may be asked. */
final class QueueState {
    final int index;
    QueueConfiguration configuration;

    /** Whether the configuration has it no longer; what waits in it moves to the fallback queue. */
    boolean removed;

    /** The different delays of its agents, ascending, nanoseconds. */
    long[] delays = {};

    /** Who can be found: conversations that look for an agent, agents who can take something. */
    QueueRows rows;

    /** How often an agent was asked. */
    long turns;

    /** All waiting conversations, those with an offer or a preference included, in the order in which they came in. */
    final ConversationList line = new ConversationList();

    long drainTimer;

    /** Until when conversations and agents collect. */
    final BatchState batch = new BatchState();

    /** Number of the queue for those that are too many, or {@link DomainEvent#NOBODY}. */
    int overflow = DomainEvent.NOBODY;

    final QueueEstimates estimates = new QueueEstimates(this);

    /** Position of its calendar in the configuration, or {@link DomainEvent#NOBODY}. */
    int calendar = DomainEvent.NOBODY;

    /** Whether its calendar says so. */
    boolean closed;

    /** Number of the queue that it sends its conversations to while it is closed, or {@link DomainEvent#NOBODY}. */
    int closedQueue = DomainEvent.NOBODY;

    /** Conversations that were set aside until it opens, in that order. */
    final ConversationList awaiting = new ConversationList();

    long hoursTimer = TimingWheel.NO_TIMER;

    /** What it promises, and in which time. */
    ServiceTerms terms = ServiceTerms.NONE;

    /** Whether the due instants in its keys stay as they were computed, though the configuration changed. */
    boolean keepsDueInstants;

    QueueState(int index, QueueConfiguration configuration) {
        this.index = index;
        this.configuration = configuration;
        this.rows = new QueueRows(configuration, delays, 1);
    }

    /** Whether one more may come in. */
    boolean hasRoom() {
        int maxLength = configuration.bound().maxLength();
        return maxLength == 0 || line.size() < maxLength;
    }

    /** Whether conversations and agents collect here before they are brought together. */
    boolean isBatched() {
        return configuration.batch().isOn();
    }

    /** How many delays have elapsed after so long. */
    int reach(long waitedNanos) {
        int reach = 0;
        while (reach < delays.length && delays[reach] <= waitedNanos) {
            reach++;
        }
        return reach;
    }

    /** The key of a conversation's place here: smaller first. */
    long orderKey(int priority, long waitingSince, long dueAt) {
        return OrderKeys.of(configuration, priority, waitingSince, dueAt);
    }

    long stateHash() {
        long hash = Hashes.combine(index, removed ? 1 : 0);
        hash = Hashes.combine(hash, turns);
        hash = Hashes.combine(hash, estimates.stateHash());
        hash = Hashes.combine(hash, batch.closesAt);
        hash = Hashes.combine(hash, closed ? 1 : 0);
        hash = Hashes.combine(hash, awaiting.orderHash());
        return Hashes.combine(hash, line.orderHash());
    }
}
