package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** An agent's session was opened, was lost, or its grace ended. */
public final class AgentConnectionChanged implements DomainEvent {
    /** Index of the agent. */
    public int agent;

    /** Whether a session is open. */
    public boolean connected;

    /** Whether the grace for a lost session is over: the agent gets no offers. */
    public boolean lost;

    /**
     * While the session is away and not lost yet: when its grace ends. Else: when the agent's live conversations return to
     * their queues, 0 for never.
     */
    public long graceUntil;

    /** From when the agent counts as waiting for work. */
    public long idleSince;

    @Override
    public EventKind kind() {
        return EventKind.AGENT_CONNECTION_CHANGED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeInt(agent);
        out.writeBoolean(connected);
        out.writeBoolean(lost);
        out.writeLong(graceUntil);
        out.writeLong(idleSince);
    }

    @Override
    public void read(ByteReader in) {
        agent = in.readInt();
        connected = in.readBoolean();
        lost = in.readBoolean();
        graceUntil = in.readLong();
        idleSince = in.readLong();
    }
}
