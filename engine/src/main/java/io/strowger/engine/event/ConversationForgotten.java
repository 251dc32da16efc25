package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A completed or cancelled conversation left the state: its reopening window is over. */
public final class ConversationForgotten implements DomainEvent {
    /** The conversation. */
    public long conversation;

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_FORGOTTEN;
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
