package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** What a conversation asks of an agent by itself, whatever queue it waits in: what it takes along when it is moved. */
public final class DemandSet implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** In their canonical form, see {@link io.strowger.engine.configuration.Requirements}. */
    public final Bytes requirements = new Bytes();

    @Override
    public EventKind kind() {
        return EventKind.DEMAND_SET;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeBytes(requirements);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        in.readBytes(requirements);
    }
}
