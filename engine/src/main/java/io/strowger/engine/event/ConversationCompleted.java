package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A conversation is done. A message within the reopening window opens a new stay. */
public final class ConversationCompleted implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Index of the agent who had it last, or {@link DomainEvent#NOBODY}. */
    public int lastAgent;

    /** When. */
    public long completedAt;

    /** Until when it can be reopened. */
    public long reopenUntil;

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_COMPLETED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(lastAgent);
        out.writeLong(completedAt);
        out.writeLong(reopenUntil);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        lastAgent = in.readInt();
        completedAt = in.readLong();
        reopenUntil = in.readLong();
    }
}
