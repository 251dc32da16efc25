package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/**
 * A record has so many events that no more conversations are matched in it: each agent of the organization who could take
 * one is reviewed at once.
 */
public final class MatchingPostponed implements DomainEvent {
    /** When. */
    public long postponedAt;

    @Override
    public EventKind kind() {
        return EventKind.MATCHING_POSTPONED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(postponedAt);
    }

    @Override
    public void read(ByteReader in) {
        postponedAt = in.readLong();
    }
}
