package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** The first command after a recovery. */
public final class Restart implements Command {
    /** All labels of the models in force, joined by a line feed. */
    public final Bytes labels = new Bytes();

    @Override
    public CommandKind kind() {
        return CommandKind.RESTART;
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
