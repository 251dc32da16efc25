package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** An offer ended. */
public final class OfferEnded implements DomainEvent {
    /** The offer. */
    public long offer;

    /** The conversation. */
    public long conversation;

    /** Index of the agent. */
    public int agent;

    /** How. */
    public OfferOutcome outcome = OfferOutcome.PENDING;

    /** Until when the agent gets no offer for this conversation; 0 when not excluded. */
    public long excludedUntil;

    /** From when that gives way if nobody else can take the conversation; 0 when it never does. */
    public long softenedAt;

    /** Offers in a row that the agent let expire, this one included. */
    public int missCount;

    @Override
    public EventKind kind() {
        return EventKind.OFFER_ENDED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(offer);
        out.writeLong(conversation);
        out.writeInt(agent);
        out.writeByte(outcome.code());
        out.writeLong(excludedUntil);
        out.writeInt(missCount);
        out.writeLong(softenedAt);
    }

    @Override
    public void read(ByteReader in) {
        offer = in.readLong();
        conversation = in.readLong();
        agent = in.readInt();
        outcome = OfferOutcome.ofCode(in.readByte());
        excludedUntil = in.readLong();
        missCount = in.readInt();
        softenedAt = in.readLong();
    }
}
