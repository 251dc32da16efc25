package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** An agent took a waiting conversation without being asked; its {@link ConversationAssigned} follows. Changes nothing. */
public final class ConversationPicked implements DomainEvent {
    /** The conversation's id. */
    public long conversation;

    /** Index of the agent. */
    public int agent;

    /** Index of the queue. */
    public int queue;

    /** Whether the agent asked for the next one, whichever that is. */
    public boolean next;

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_PICKED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(agent);
        out.writeInt(queue);
        out.writeBoolean(next);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        agent = in.readInt();
        queue = in.readInt();
        next = in.readBoolean();
    }
}
