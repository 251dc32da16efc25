package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** The customer answered, and the agent who has the conversation had room for it: it takes capacity again. */
public final class ConversationWoken implements DomainEvent {
    /** The assignment. */
    public long assignment;

    /** The conversation. */
    public long conversation;

    /** Index of the agent. */
    public int agent;

    /** Capacity units that it holds. */
    public int cost;

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_WOKEN;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(assignment);
        out.writeLong(conversation);
        out.writeInt(agent);
        out.writeInt(cost);
    }

    @Override
    public void read(ByteReader in) {
        assignment = in.readLong();
        conversation = in.readLong();
        agent = in.readInt();
        cost = in.readInt();
    }
}
