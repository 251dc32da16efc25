package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** An agent takes a status as soon as nothing is assigned any more. */
public final class AgentStatusPlanned implements DomainEvent {
    /** Index of the agent. */
    public int agent;

    /** The status. */
    public AgentStatus status = AgentStatus.OFFLINE;

    @Override
    public EventKind kind() {
        return EventKind.AGENT_STATUS_PLANNED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeInt(agent);
        out.writeByte(status.code());
    }

    @Override
    public void read(ByteReader in) {
        agent = in.readInt();
        status = AgentStatus.ofCode(in.readByte());
    }
}
