package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** An organization counts the conversations and the time at work of its agents anew. */
public final class FairnessWindowStarted implements DomainEvent {
    /** When. */
    public long startedAt;

    /** When the next window starts. */
    public long until;

    @Override
    public EventKind kind() {
        return EventKind.FAIRNESS_WINDOW_STARTED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(startedAt);
        out.writeLong(until);
    }

    @Override
    public void read(ByteReader in) {
        startedAt = in.readLong();
        until = in.readLong();
    }
}
