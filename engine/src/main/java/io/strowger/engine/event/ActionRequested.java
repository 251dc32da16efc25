package io.strowger.engine.event;

import io.strowger.engine.configuration.ActionKind;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** An exception rule asks others to do something about a waiting conversation. */
public final class ActionRequested implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Index of the exception rule. */
    public int rule;

    /** What: one of those that {@linkplain ActionKind#isForOthers() are for others}. */
    public ActionKind action = ActionKind.NOTIFY;

    /** What they are told; may be empty. */
    public final Bytes text = new Bytes();

    @Override
    public EventKind kind() {
        return EventKind.ACTION_REQUESTED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(rule);
        out.writeByte(action.code());
        out.writeBytes(text);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        rule = in.readInt();
        action = ActionKind.ofCode(in.readByte());
        in.readBytes(text);
    }
}
