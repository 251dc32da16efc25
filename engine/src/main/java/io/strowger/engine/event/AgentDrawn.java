package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** The organization's generator drew; the offer or assignment that follows goes to the agent whom it led to. */
public final class AgentDrawn implements DomainEvent {
    /** The conversation for which it drew. */
    public long conversation;

    /** The generator's state from now on, from which the draw was computed. */
    public long generator;

    @Override
    public EventKind kind() {
        return EventKind.AGENT_DRAWN;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeLong(generator);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        generator = in.readLong();
    }
}
