package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** Conversations and agents of a queue collect from now on; or, while they do, they are brought together sooner. */
public final class BatchOpened implements DomainEvent {
    /** Index of the queue. */
    public int queue;

    /** When they are brought together. */
    public long closesAt;

    @Override
    public EventKind kind() {
        return EventKind.BATCH_OPENED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeInt(queue);
        out.writeLong(closesAt);
    }

    @Override
    public void read(ByteReader in) {
        queue = in.readInt();
        closesAt = in.readLong();
    }
}
