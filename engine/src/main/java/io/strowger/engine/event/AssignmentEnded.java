package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** An agent no longer handles a conversation; the capacity is free again. */
public final class AssignmentEnded implements DomainEvent {
    /** The assignment. */
    public long assignment;

    /** The conversation. */
    public long conversation;

    /** Index of the agent. */
    public int agent;

    /** Why. */
    public AssignmentEnd reason = AssignmentEnd.COMPLETED;

    /** Until when the agent gets no offer for this conversation; 0 when not excluded. */
    public long excludedUntil;

    /** From when that gives way if nobody else can take the conversation; 0 when it never does. */
    public long softenedAt;

    /** When; the agent's idle time starts here. */
    public long endedAt;

    @Override
    public EventKind kind() {
        return EventKind.ASSIGNMENT_ENDED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(assignment);
        out.writeLong(conversation);
        out.writeInt(agent);
        out.writeByte(reason.code());
        out.writeLong(excludedUntil);
        out.writeLong(endedAt);
        out.writeLong(softenedAt);
    }

    @Override
    public void read(ByteReader in) {
        assignment = in.readLong();
        conversation = in.readLong();
        agent = in.readInt();
        reason = AssignmentEnd.ofCode(in.readByte());
        excludedUntil = in.readLong();
        endedAt = in.readLong();
        softenedAt = in.readLong();
    }
}
