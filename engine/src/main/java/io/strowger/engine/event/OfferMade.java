package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** An agent was asked to take a conversation; the capacity it costs is reserved. */
public final class OfferMade implements DomainEvent {
    /** The offer's id, unique in the engine. */
    public long offer;

    /** The conversation. */
    public long conversation;

    /** Index of the agent. */
    public int agent;

    /** Index of the queue. */
    public int queue;

    /** Capacity units that it reserves. */
    public int cost;

    /** When. */
    public long offeredAt;

    /** When it expires without an answer. */
    public long expiresAt;

    /** How many agents could have been asked, counted up to 8. */
    public int eligibleAgents;

    /** The winner's key under the queue's strategy. */
    public long strategyKey;

    @Override
    public EventKind kind() {
        return EventKind.OFFER_MADE;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(offer);
        out.writeLong(conversation);
        out.writeInt(agent);
        out.writeInt(queue);
        out.writeInt(cost);
        out.writeLong(offeredAt);
        out.writeLong(expiresAt);
        out.writeInt(eligibleAgents);
        out.writeLong(strategyKey);
    }

    @Override
    public void read(ByteReader in) {
        offer = in.readLong();
        conversation = in.readLong();
        agent = in.readInt();
        queue = in.readInt();
        cost = in.readInt();
        offeredAt = in.readLong();
        expiresAt = in.readLong();
        eligibleAgents = in.readInt();
        strategyKey = in.readLong();
    }
}
