package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A conversation has waited so long that further agents of its queue may be asked. */
public final class DelayElapsed implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** How many of the queue's delays have elapsed. */
    public int reach;

    /** The longest of them. */
    public long delayNanos;

    /** When the next one elapses, 0 for never. */
    public long nextAt;

    @Override
    public EventKind kind() {
        return EventKind.DELAY_ELAPSED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(reach);
        out.writeLong(delayNanos);
        out.writeLong(nextAt);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        reach = in.readInt();
        delayNanos = in.readLong();
        nextAt = in.readLong();
    }
}
