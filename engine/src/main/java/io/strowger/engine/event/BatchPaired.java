package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** Which agent a conversation gets from a batch; the offer or the assignment follows. */
public final class BatchPaired implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Index of the agent. */
    public int agent;

    /** What the pair costs. */
    public long cost;

    /** Index of the agent whom it would have had, had each taken the cheapest one left; {@link #NOBODY} for none. */
    public int greedyAgent;

    @Override
    public EventKind kind() {
        return EventKind.BATCH_PAIRED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(agent);
        out.writeLong(cost);
        out.writeInt(greedyAgent);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        agent = in.readInt();
        cost = in.readLong();
        greedyAgent = in.readInt();
    }
}
