package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A stay took longer than the organization lets it. */
public final class ConversationExpired implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Until when a message can reopen it. */
    public long reopenUntil;

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_EXPIRED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeLong(reopenUntil);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        reopenUntil = in.readLong();
    }
}
