package io.strowger.engine.ingress;

import io.strowger.engine.command.Command;

/** The door of the ring. */
public interface MessageIngress {
    /** The ring, or the pool of large buffers, is full: try again a little later. */
    long REFUSED_FULL = -1;

    /** The gate is closed: the engine is not open yet, ends, or has failed. */
    long REFUSED_CLOSED = -2;

    /** The command does not fit: its text, or the whole of it, passes the limit. */
    long REFUSED_TOO_LARGE = -3;

    /** The organization has used up its messages for this second. */
    long REFUSED_ORGANIZATION_LIMIT = -4;

    /** The disk or the journal's own limit leaves no room for further work. */
    long REFUSED_JOURNAL_FULL = -5;

    /**
     * Copies a command into a slot of the ring. Never blocks; safe from any thread; allocates nothing.
     *
     * @param organization the organization's number, or {@link io.strowger.engine.record.RecordLayout#ENGINE}
     * @param command the command; may be reused as soon as this returns
     * @param intendedNanos when the sender meant to send it, on the scale of {@link System#nanoTime()}
     * @param responder who gets the answer
     * @param token handed back with the answer, so that the responder knows which command it is for
     * @param ackDecided whether the answer may come before the record is durable
     * @return the ring's sequence (0 or more), or one of the {@code REFUSED_} codes
     */
    long tryPublish(
            int organization, Command command, long intendedNanos, Responder responder, long token, boolean ackDecided);
}
