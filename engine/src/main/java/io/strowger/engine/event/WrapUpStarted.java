package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** The customer is served; the agent's after-work holds the capacity until it is closed or due. */
public final class WrapUpStarted implements DomainEvent {
    /** The assignment. */
    public long assignment;

    /** The conversation. */
    public long conversation;

    /** Index of the agent. */
    public int agent;

    /** When it ends by itself. */
    public long until;

    @Override
    public EventKind kind() {
        return EventKind.WRAP_UP_STARTED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(assignment);
        out.writeLong(conversation);
        out.writeInt(agent);
        out.writeLong(until);
    }

    @Override
    public void read(ByteReader in) {
        assignment = in.readLong();
        conversation = in.readLong();
        agent = in.readInt();
        until = in.readLong();
    }
}
