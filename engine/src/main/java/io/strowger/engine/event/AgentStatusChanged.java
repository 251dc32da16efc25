package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** An agent's declared status changed. */
public final class AgentStatusChanged implements DomainEvent {
    /** Index of the agent. */
    public int agent;

    /** The new status. */
    public AgentStatus status = AgentStatus.OFFLINE;

    /** When. */
    public long changedAt;

    /** From when the agent counts as waiting for work. */
    public long idleSince;

    /** When the agent's live conversations return to their queues; 0 for never. */
    public long returnAt;

    @Override
    public EventKind kind() {
        return EventKind.AGENT_STATUS_CHANGED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeInt(agent);
        out.writeByte(status.code());
        out.writeLong(changedAt);
        out.writeLong(idleSince);
        out.writeLong(returnAt);
    }

    @Override
    public void read(ByteReader in) {
        agent = in.readInt();
        status = AgentStatus.ofCode(in.readByte());
        changedAt = in.readLong();
        idleSince = in.readLong();
        returnAt = in.readLong();
    }
}
