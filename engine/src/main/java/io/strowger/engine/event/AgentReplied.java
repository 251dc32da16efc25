package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** The agent who has a conversation answered its customer. */
public final class AgentReplied implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** The agent's number. */
    public int agent;

    @Override
    public EventKind kind() {
        return EventKind.AGENT_REPLIED;
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
