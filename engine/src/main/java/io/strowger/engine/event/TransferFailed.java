package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** The agent who was asked to take a conversation over did not: the one who has it keeps it. */
public final class TransferFailed implements DomainEvent {
    /** The assignment. */
    public long assignment;

    /** The conversation. */
    public long conversation;

    /** Index of the agent who has it. */
    public int agent;

    /** Index of the agent who was asked. */
    public int toAgent;

    /** How the offer ended. */
    public OfferOutcome outcome = OfferOutcome.PENDING;

    @Override
    public EventKind kind() {
        return EventKind.TRANSFER_FAILED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(assignment);
        out.writeLong(conversation);
        out.writeInt(agent);
        out.writeInt(toAgent);
        out.writeByte(outcome.code());
    }

    @Override
    public void read(ByteReader in) {
        assignment = in.readLong();
        conversation = in.readLong();
        agent = in.readInt();
        toAgent = in.readInt();
        outcome = OfferOutcome.ofCode(in.readByte());
    }
}
