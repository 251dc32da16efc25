package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** After a queue opened or closed, some or all of the conversations concerned were moved. */
public final class QueueTurned implements DomainEvent {
    /** The queue. */
    public int queue;

    /** Whether there are more of them, whose turn is next. */
    public boolean more;

    @Override
    public EventKind kind() {
        return EventKind.QUEUE_TURNED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeInt(queue);
        out.writeBoolean(more);
    }

    @Override
    public void read(ByteReader in) {
        queue = in.readInt();
        more = in.readBoolean();
    }
}
