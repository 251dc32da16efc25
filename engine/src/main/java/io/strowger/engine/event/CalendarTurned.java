package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A calendar opened or closed, or began to count. */
public final class CalendarTurned implements DomainEvent {
    /** The calendar's position in the configuration. */
    public int calendar;

    /** Whether its queues are open from now on. */
    public boolean open;

    /** When it turns again, 0 for never. */
    public long nextAt;

    @Override
    public EventKind kind() {
        return EventKind.CALENDAR_TURNED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeInt(calendar);
        out.writeBoolean(open);
        out.writeLong(nextAt);
    }

    @Override
    public void read(ByteReader in) {
        calendar = in.readInt();
        open = in.readBoolean();
        nextAt = in.readLong();
    }
}
