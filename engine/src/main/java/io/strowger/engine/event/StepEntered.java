package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A waiting conversation is in a step of a rule. Where it waits, and on which terms, {@link ConversationQueued} says. */
public final class StepEntered implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Index of the rule whose step it is, or {@link DomainEvent#NOBODY} when it is in none any more. */
    public int rule;

    /** Which of the rule's steps, from 0; the overflow comes after the last one. */
    public int step;

    /** When the next step comes; 0 for never. */
    public long endsAt;

    @Override
    public EventKind kind() {
        return EventKind.STEP_ENTERED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(rule);
        out.writeInt(step);
        out.writeLong(endsAt);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        rule = in.readInt();
        step = in.readInt();
        endsAt = in.readLong();
    }
}
