package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** A conversation has waited so long that something it asked of agents is no longer mandatory. */
public final class RequirementsRelaxed implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Number of its requirement signature in the organization from now on. */
    public int signature;

    /** When more is relaxed, 0 for never. */
    public long nextAt;

    /** What it asks from now on, in the canonical form of {@link io.strowger.engine.configuration.Requirements}. */
    public final Bytes requirements = new Bytes();

    @Override
    public EventKind kind() {
        return EventKind.REQUIREMENTS_RELAXED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(signature);
        out.writeLong(nextAt);
        out.writeBytes(requirements);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        signature = in.readInt();
        nextAt = in.readLong();
        in.readBytes(requirements);
    }
}
