package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** Somebody said what a head should have answered for a message: an example to learn from. Routing does not change. */
public final class AnalysisCorrected implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** The journal sequence of the message. */
    public long message;

    /** The code of the {@link io.strowger.models.Head}. */
    public int head;

    /** The right label, UTF-8. */
    public final Bytes label = new Bytes();

    /** Index of the agent, {@link #NOBODY} for the API. */
    public int agent;

    @Override
    public EventKind kind() {
        return EventKind.ANALYSIS_CORRECTED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeLong(message);
        out.writeInt(head);
        out.writeBytes(label);
        out.writeInt(agent);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        message = in.readLong();
        head = in.readInt();
        in.readBytes(label);
        agent = in.readInt();
    }
}
