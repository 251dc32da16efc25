package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** The engine started from its journal; sessions count as lost with grace from here. */
public final class Recovered implements DomainEvent {
    /** When. */
    public long recoveredAt;

    @Override
    public EventKind kind() {
        return EventKind.RECOVERED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(recoveredAt);
    }

    @Override
    public void read(ByteReader in) {
        recoveredAt = in.readLong();
    }
}
