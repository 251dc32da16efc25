package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** An agent who is excluded from a conversation may be asked again if nobody else can take it. */
public final class ExclusionSoftened implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Index of the agent. */
    public int agent;

    @Override
    public EventKind kind() {
        return EventKind.EXCLUSION_SOFTENED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(agent);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        agent = in.readInt();
    }
}
