package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A conversation was set aside; its place is remembered. */
public final class ConversationParked implements DomainEvent {
    /** The conversation. */
    public long conversation;

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_PARKED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
    }
}
