package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A promise began, was paused or resumed, met or broken, or is counted in another way from now on. */
public final class SlaClockChanged implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** What was promised. */
    public SlaClock clock = SlaClock.TIME_TO_ASSIGN;

    /** How it stands now. */
    public SlaStatus status = SlaStatus.NONE;

    /** How much open time of the target has been counted. */
    public long consumedNanos;

    /** The open time that was promised. */
    public long targetNanos;

    /** Since when time is counted in addition, 0 while it is not running. */
    public long since;

    /** When a running one is broken; of a broken one when it was; else, or if that never comes, 0. */
    public long dueAt;

    @Override
    public EventKind kind() {
        return EventKind.SLA_CLOCK_CHANGED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeByte(clock.code());
        out.writeByte(status.code());
        out.writeLong(consumedNanos);
        out.writeLong(targetNanos);
        out.writeLong(since);
        out.writeLong(dueAt);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        clock = SlaClock.ofCode(in.readByte());
        status = SlaStatus.ofCode(in.readByte());
        consumedNanos = in.readLong();
        targetNanos = in.readLong();
        since = in.readLong();
        dueAt = in.readLong();
    }
}
