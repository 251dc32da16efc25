package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** An agent may get offers for a conversation again. */
public final class ExclusionEnded implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Index of the agent. */
    public int agent;

    @Override
    public EventKind kind() {
        return EventKind.EXCLUSION_ENDED;
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
