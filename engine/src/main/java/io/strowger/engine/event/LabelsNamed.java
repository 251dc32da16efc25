package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** A label of a model's head got its stable number, which records use from here on. */
public final class LabelsNamed implements DomainEvent {
    /** The number of the first label in {@link #labels}; the others follow one by one. */
    public int firstNumber;

    /** New labels, joined by a line feed. */
    public final Bytes labels = new Bytes();

    @Override
    public EventKind kind() {
        return EventKind.LABELS_NAMED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeInt(firstNumber);
        out.writeBytes(labels);
    }

    @Override
    public void read(ByteReader in) {
        firstNumber = in.readInt();
        in.readBytes(labels);
    }
}
