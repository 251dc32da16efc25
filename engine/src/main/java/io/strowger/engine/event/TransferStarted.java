package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** The agent who has a conversation wants another one to take it over; the offer to that one follows. Until it is accepted the first one keeps the conversation. */
public final class TransferStarted implements DomainEvent {
    /** The assignment. */
    public long assignment;

    /** The conversation. */
    public long conversation;

    /** Index of the agent who has it. */
    public int agent;

    /** Index of the agent who is asked. */
    public int toAgent;

    @Override
    public EventKind kind() {
        return EventKind.TRANSFER_STARTED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(assignment);
        out.writeLong(conversation);
        out.writeInt(agent);
        out.writeInt(toAgent);
    }

    @Override
    public void read(ByteReader in) {
        assignment = in.readLong();
        conversation = in.readLong();
        agent = in.readInt();
        toAgent = in.readInt();
    }
}
