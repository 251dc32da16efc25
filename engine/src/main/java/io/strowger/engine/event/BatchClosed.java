package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** The conversations and agents that collected in a queue were brought together. What each pair is, follows. */
public final class BatchClosed implements DomainEvent {
    /** Index of the queue. */
    public int queue;

    /** How many conversations took part, those aside that had been passed over too often and came before them. */
    public int conversations;

    /** How many agents took part. */
    public int agents;

    /** How many of the conversations get an agent. */
    public int pairs;

    /** What all pairs cost together, by the weights of the queue. */
    public long cost;

    /** How many would have got one, had each taken the cheapest agent left, one after the other. */
    public int greedyPairs;

    /** What these would have cost together. */
    public long greedyCost;

    @Override
    public EventKind kind() {
        return EventKind.BATCH_CLOSED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeInt(queue);
        out.writeInt(conversations);
        out.writeInt(agents);
        out.writeInt(pairs);
        out.writeLong(cost);
        out.writeInt(greedyPairs);
        out.writeLong(greedyCost);
    }

    @Override
    public void read(ByteReader in) {
        queue = in.readInt();
        conversations = in.readInt();
        agents = in.readInt();
        pairs = in.readInt();
        cost = in.readLong();
        greedyPairs = in.readInt();
        greedyCost = in.readLong();
    }
}
