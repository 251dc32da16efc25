package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/** Asks for the state hash between two commands. Carries nothing and leaves no record. */
public final class HashState implements Command {
    @Override
    public CommandKind kind() {
        return CommandKind.HASH_STATE;
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
