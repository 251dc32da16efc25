package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;

/**
 * An input of the router. Commands are mutable and reused: a producer fills one and writes it into a slot of the ring, the
 * deciding thread reads it from there. Slices point into whatever the command was read from.
 */
public interface Command {
    CommandKind kind();

    /** The number of bytes that {@link #write} adds. */
    int encodedBytes();

    void write(ByteWriter out);

    void read(ByteReader in);
}
