package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** A message was taken into a conversation. Its id is the sequence of the record. */
public final class MessageReceived implements DomainEvent {
    /** The conversation it belongs to. */
    public long conversation;

    /** Index of the channel. */
    public int channel;

    /** Index of the agent who handles the conversation and gets the message, or {@link DomainEvent#NOBODY}. */
    public int agent;

    /** The source's id of the message; empty when it has none. */
    public final Bytes externalId = new Bytes();

    @Override
    public EventKind kind() {
        return EventKind.MESSAGE_RECEIVED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(channel);
        out.writeInt(agent);
        out.writeBytes(externalId);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        channel = in.readInt();
        agent = in.readInt();
        in.readBytes(externalId);
    }
}
