package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** Gives the labels of a further model their stable numbers, before it analyzes its first message. */
public final class NameLabels implements Command {
    /** All labels of the model, joined by a line feed. */
    public final Bytes labels = new Bytes();

    @Override
    public CommandKind kind() {
        return CommandKind.NAME_LABELS;
    }

    @Override
    public int encodedBytes() {
        return 4 + labels.length();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeBytes(labels);
    }

    @Override
    public void read(ByteReader in) {
        in.readBytes(labels);
    }
}
