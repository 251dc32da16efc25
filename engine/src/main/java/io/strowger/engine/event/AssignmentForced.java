package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** A supervisor gives a conversation to an agent, whatever capacity and skills say; the assignment follows. */
public final class AssignmentForced implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Index of the agent. */
    public int agent;

    /** Whether it goes beyond the agent's capacity or the maximum of its channel. */
    public boolean overCapacity;

    /** Who forced it. */
    public final Bytes by = new Bytes();

    @Override
    public EventKind kind() {
        return EventKind.ASSIGNMENT_FORCED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(agent);
        out.writeBoolean(overCapacity);
        out.writeBytes(by);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        agent = in.readInt();
        overCapacity = in.readBoolean();
        in.readBytes(by);
    }
}
