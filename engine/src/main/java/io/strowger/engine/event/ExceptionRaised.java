package io.strowger.engine.event;

import io.strowger.engine.configuration.TriggerKind;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** An exception rule was set off. What it does, the next events of the record say. */
public final class ExceptionRaised implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Index of the exception rule. */
    public int rule;

    /** On what. */
    public TriggerKind trigger = TriggerKind.WAIT;

    /** Index of the queue in which it waited. */
    public int queue;

    @Override
    public EventKind kind() {
        return EventKind.EXCEPTION_RAISED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(rule);
        out.writeByte(trigger.code());
        out.writeInt(queue);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        rule = in.readInt();
        trigger = TriggerKind.ofCode(in.readByte());
        queue = in.readInt();
    }
}
