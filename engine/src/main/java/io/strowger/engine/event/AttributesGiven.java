package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** The API gave a waiting conversation attributes and a priority, until it is closed. */
public final class AttributesGiven implements DomainEvent {
    /** The conversation's id. */
    public long conversation;

    /** 0 to 1000, or -1 to leave it to the rules. */
    public int priority;

    /** Keys and values, see {@link io.strowger.engine.command.Attributes}. */
    public final Bytes attributes = new Bytes();

    @Override
    public EventKind kind() {
        return EventKind.ATTRIBUTES_GIVEN;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(priority);
        out.writeBytes(attributes);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        priority = in.readInt();
        in.readBytes(attributes);
    }
}
