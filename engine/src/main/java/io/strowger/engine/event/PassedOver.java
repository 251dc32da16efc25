package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A conversation got no agent from a batch, while one that stands behind it got an agent who suits both. */
public final class PassedOver implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** How often that has happened since it came into the queue. */
    public int times;

    @Override
    public EventKind kind() {
        return EventKind.PASSED_OVER;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(times);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        times = in.readInt();
    }
}
