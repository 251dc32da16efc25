package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A waiting conversation no longer prefers an agent. */
public final class PreferenceEnded implements DomainEvent {
    /** The conversation. */
    public long conversation;

    @Override
    public EventKind kind() {
        return EventKind.PREFERENCE_ENDED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
    }
}
