package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** After a new configuration, some or all of the running promises were fitted to it. */
public final class SlaReviewed implements DomainEvent {
    /** Whether there are more of them, whose turn is next. */
    public boolean more;

    @Override
    public EventKind kind() {
        return EventKind.SLA_REVIEWED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBoolean(more);
    }

    @Override
    public void read(ByteReader in) {
        more = in.readBoolean();
    }
}
