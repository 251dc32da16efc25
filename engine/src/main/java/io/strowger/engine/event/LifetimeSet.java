package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A stay ends by itself at an instant. */
public final class LifetimeSet implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** When. */
    public long expiresAt;

    @Override
    public EventKind kind() {
        return EventKind.LIFETIME_SET;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeLong(expiresAt);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        expiresAt = in.readLong();
    }
}
