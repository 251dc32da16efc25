package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** The customer left before an agent had the conversation. */
public final class ConversationAbandoned implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Until when the customer can come back to the old place. */
    public long returnUntil;

    /** Until when a message can reopen it. */
    public long reopenUntil;

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_ABANDONED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeLong(returnUntil);
        out.writeLong(reopenUntil);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        returnUntil = in.readLong();
        reopenUntil = in.readLong();
    }
}
