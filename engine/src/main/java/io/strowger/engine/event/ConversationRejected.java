package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A conversation was not taken in: its queue is full. */
public final class ConversationRejected implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Index of the queue, the last one that was tried. */
    public int queue;

    /** 0 to 1000. */
    public int priority;

    /** Index of the rule that chose the queue, or {@link DomainEvent#NOBODY} for the fallback. */
    public int rule;

    /** The version of the configuration that decided. */
    public long version;

    /** Until when a message can try again. */
    public long reopenUntil;

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_REJECTED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(queue);
        out.writeInt(priority);
        out.writeInt(rule);
        out.writeLong(version);
        out.writeLong(reopenUntil);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        queue = in.readInt();
        priority = in.readInt();
        rule = in.readInt();
        version = in.readLong();
        reopenUntil = in.readLong();
    }
}
