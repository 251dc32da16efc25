package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A conversation begins to wait later. */
public final class ConversationScheduled implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** When. */
    public long startAt;

    /** Whether it is set aside then, until somebody has it wait. */
    public boolean manual;

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_SCHEDULED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeLong(startAt);
        out.writeBoolean(manual);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        startAt = in.readLong();
        manual = in.readBoolean();
    }
}
