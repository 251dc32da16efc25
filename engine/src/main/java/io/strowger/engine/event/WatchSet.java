package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** When an exception rule is looked at next for a waiting conversation. */
public final class WatchSet implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** When; 0 for never. */
    public long at;

    /** Place of the exception rule among the organization's. */
    public int position;

    @Override
    public EventKind kind() {
        return EventKind.WATCH_SET;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeLong(at);
        out.writeInt(position);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        at = in.readLong();
        position = in.readInt();
    }
}
