package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** A command that brings the labels of models. */
abstract sealed class LabelsCommand implements Command permits NameLabels, Restart {
    /** All of them, joined by a line feed. */
    public final Bytes labels = new Bytes();

    @Override
    public final int encodedBytes() {
        return Integer.BYTES + labels.length();
    }

    @Override
    public final void write(ByteWriter out) {
        out.writeBytes(labels);
    }

    @Override
    public final void read(ByteReader in) {
        in.readBytes(labels);
    }
}
