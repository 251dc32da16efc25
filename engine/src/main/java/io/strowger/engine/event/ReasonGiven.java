package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** Somebody said why; the event that it is the reason of follows in the same record. */
public final class ReasonGiven implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Index of the agent who said so, {@link #NOBODY} for the API. */
    public int agent;

    /** The reason, UTF-8. */
    public final Bytes reason = new Bytes();

    @Override
    public EventKind kind() {
        return EventKind.REASON_GIVEN;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(agent);
        out.writeBytes(reason);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        agent = in.readInt();
        in.readBytes(reason);
    }
}
