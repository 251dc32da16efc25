package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A conversation that was just set aside is queued again when its queue opens. */
public final class OpeningAwaited implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** When the queue opens, as it looks now; 0 for never. */
    public long opensAt;

    @Override
    public EventKind kind() {
        return EventKind.OPENING_AWAITED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeLong(opensAt);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        opensAt = in.readLong();
    }
}
