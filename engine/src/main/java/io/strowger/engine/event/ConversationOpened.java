package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** A conversation began. Its id is the sequence of the record that opened it. */
public final class ConversationOpened implements DomainEvent {
    /** The new conversation's id. */
    public long conversation;

    /** Index of the channel. */
    public int channel;

    /** The source's id of the conversation; empty when it has none. */
    public final Bytes key = new Bytes();

    /** The source's id of the contact; empty when unknown. */
    public final Bytes contact = new Bytes();

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_OPENED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(channel);
        out.writeBytes(key);
        out.writeBytes(contact);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        channel = in.readInt();
        in.readBytes(key);
        in.readBytes(contact);
    }
}
