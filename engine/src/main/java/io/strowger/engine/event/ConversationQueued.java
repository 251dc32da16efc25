package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** A conversation waits in a queue, or waits there on other terms than before. */
public final class ConversationQueued implements DomainEvent {
    /** The conversation. */
    public long conversation;

    /** The number of its stay, from 1: one pass from first queueing to completion. */
    public int stay;

    /** Index of the queue. */
    public int queue;

    /** 0 to 1000, higher first. */
    public int priority;

    /** The instant from which its age counts. */
    public long queuedAt;

    /** Its place: smaller first, computed from the queue's order policy. */
    public long orderKey;

    /** Number of its requirement signature in the organization. */
    public int signature;

    /** Index of the agent who is asked first, or {@link DomainEvent#NOBODY}. */
    public int preferredAgent;

    /** The end of that preference. */
    public long preferredUntil;

    /** Index of the rule that chose the queue, or {@link DomainEvent#NOBODY} for the fallback. */
    public int rule;

    /** The version of the configuration that decided. */
    public long version;

    /** Why it is here. */
    public QueueReason reason = QueueReason.ARRIVED;

    /** How often an agent has given it back in this stay. */
    public int requeues;

    /** The signature's requirements in their canonical form, see {@link io.strowger.engine.configuration.Requirements}. */
    public final Bytes requirements = new Bytes();

    /** Tags set by rules, joined by a line feed. */
    public final Bytes tags = new Bytes();

    /** How much longer than since {@link #queuedAt} it counts as waiting, nanoseconds. */
    public long age;

    /** When it is due; 0 to leave that to the queue. */
    public long dueAt;

    @Override
    public EventKind kind() {
        return EventKind.CONVERSATION_QUEUED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(conversation);
        out.writeInt(stay);
        out.writeInt(queue);
        out.writeInt(priority);
        out.writeLong(queuedAt);
        out.writeLong(orderKey);
        out.writeInt(signature);
        out.writeInt(preferredAgent);
        out.writeLong(preferredUntil);
        out.writeInt(rule);
        out.writeLong(version);
        out.writeByte(reason.code());
        out.writeInt(requeues);
        out.writeBytes(requirements);
        out.writeBytes(tags);
        // Records were made before these two were there.
        if (age != 0 || dueAt != 0) {
            out.writeLong(age);
            out.writeLong(dueAt);
        }
    }

    @Override
    public void read(ByteReader in) {
        conversation = in.readLong();
        stay = in.readInt();
        queue = in.readInt();
        priority = in.readInt();
        queuedAt = in.readLong();
        orderKey = in.readLong();
        signature = in.readInt();
        preferredAgent = in.readInt();
        preferredUntil = in.readLong();
        rule = in.readInt();
        version = in.readLong();
        reason = QueueReason.ofCode(in.readByte());
        requeues = in.readInt();
        in.readBytes(requirements);
        in.readBytes(tags);
        boolean isTimed = in.remaining() > 0;
        age = isTimed ? in.readLong() : 0;
        dueAt = isTimed ? in.readLong() : 0;
    }
}
