package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** The customer has to answer: the conversation stays with its agent, whose capacity is free meanwhile. */
public final class ConversationRested implements DomainEvent {
    /** The assignment. */
    public long assignment;

    /** The conversation. */
    public long conversation;

    /** Index of the agent. */
    public int agent;

    /** When; the agent's idle time starts here. */
    public long restedAt;

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_RESTED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(assignment);
        out.writeLong(conversation);
        out.writeInt(agent);
        out.writeLong(restedAt);
    }

    @Override
    public void read(ByteReader in) {
        assignment = in.readLong();
        conversation = in.readLong();
        agent = in.readInt();
        restedAt = in.readLong();
    }
}
