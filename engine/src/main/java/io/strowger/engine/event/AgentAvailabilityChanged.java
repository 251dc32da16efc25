package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** An agent gets no more, or again, conversations of some kinds, or does something else. */
public final class AgentAvailabilityChanged implements DomainEvent {
    /** Index of the agent. */
    public int agent;

    /** Kinds that get no offers: a bit for each, at the position of its code. */
    public int pausedKinds;

    /** What the agent does; empty for nothing special. */
    public final Bytes activity = new Bytes();

    @Override
    public EventKind kind() {
        return EventKind.AGENT_AVAILABILITY_CHANGED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeInt(agent);
        out.writeInt(pausedKinds);
        out.writeBytes(activity);
    }

    @Override
    public void read(ByteReader in) {
        agent = in.readInt();
        pausedKinds = in.readInt();
        in.readBytes(activity);
    }
}
