package io.strowger.engine.replay;

import io.strowger.engine.event.DomainEvent;

/** What became of a conversation. Mutable until its journal is read; one thread. */
public final class Fate {
    /** Number of the organization. */
    public final int organization;

    /** The conversation's id. */
    public final long conversation;

    /** When it was opened, epoch nanoseconds. */
    public final long openedAt;

    /** Number of the queue where it was sent first. */
    public int queue = DomainEvent.NOBODY;

    /** Number of the rule that sent it there, or {@link DomainEvent#NOBODY}. */
    public int rule = DomainEvent.NOBODY;

    /** Its priority there. */
    public int priority;

    /** Number of the first agent who had it, or {@link DomainEvent#NOBODY}. */
    public int agent = DomainEvent.NOBODY;

    /** When that agent had it; 0 for never. */
    public long assignedAt;

    /** When it was cancelled, abandoned, rejected or expired before any agent had it; 0 for never. */
    public long cancelledAt;

    /** Offers before that. */
    public int offers;

    Fate(int organization, long conversation, long openedAt) {
        this.organization = organization;
        this.conversation = conversation;
        this.openedAt = openedAt;
    }

    /** How long it waited, in nanoseconds, until an agent had it, it was given up, or the journal ended. */
    public long waitNanos(long end) {
        return (assignedAt != 0 ? assignedAt : cancelledAt != 0 ? cancelledAt : end) - openedAt;
    }
}
