package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** A waiting conversation was moved too often in this stay to be moved again: it stays where it is. Somebody should look at it. */
public final class MoveRefused implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** Index of the queue in which it stays. */
    public int queue;

    /** Index of the queue to which it was to go. */
    public int toQueue;

    /** How often it was moved. */
    public int moves;

    @Override
    public EventKind kind() {
        return EventKind.MOVE_REFUSED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(queue);
        out.writeInt(toQueue);
        out.writeInt(moves);
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        queue = in.readInt();
        toQueue = in.readInt();
        moves = in.readInt();
    }
}
