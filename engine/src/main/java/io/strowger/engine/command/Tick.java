package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** The clock moved: timers that are due fire. Carries nothing, the record has the time. */
public final class Tick implements Command {
    @Override
    public CommandKind kind() {
        return CommandKind.TICK;
    }

    @Override
    public int encodedBytes() {
        return 0;
    }

    @Override
    public void write(ByteWriter out) {}

    @Override
    public void read(ByteReader in) {}
}
