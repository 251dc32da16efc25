package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** An agent handles a conversation from now on. */
public final class ConversationAssigned implements DomainEvent {
    /** The assignment's id: that of the offer it came from. */
    public long assignment;

    /** The conversation. */
    public long conversation;

    /** Index of the agent. */
    public int agent;

    /** Capacity units that it holds. */
    public int cost;

    /** When. */
    public long assignedAt;

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_ASSIGNED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(assignment);
        out.writeLong(conversation);
        out.writeInt(agent);
        out.writeInt(cost);
        out.writeLong(assignedAt);
    }

    @Override
    public void read(ByteReader in) {
        assignment = in.readLong();
        conversation = in.readLong();
        agent = in.readInt();
        cost = in.readInt();
        assignedAt = in.readLong();
    }
}
