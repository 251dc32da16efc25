package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** What an agent holds was looked through: after a new configuration, or because live conversations were due to return. */
public final class AgentReviewed implements DomainEvent {
    /** Index of the agent. */
    public int agent;

    /** Whether live conversations were due to return. */
    public boolean returned;

    @Override
    public EventKind kind() {
        return EventKind.AGENT_REVIEWED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeInt(agent);
        out.writeBoolean(returned);
    }

    @Override
    public void read(ByteReader in) {
        agent = in.readInt();
        returned = in.readBoolean();
    }
}
