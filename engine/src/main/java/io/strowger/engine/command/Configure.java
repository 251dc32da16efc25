package io.strowger.engine.command;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** An organization's configuration is to be replaced, all or nothing. */
public final class Configure implements Command {
    /** The version that it replaces, 0 for the first one, -1 for whichever is there. */
    public long expectedVersion;

    /** The configuration in the form of {@link io.strowger.engine.configuration.ConfigurationCodec}. */
    public final Bytes configuration = new Bytes();

    @Override
    public CommandKind kind() {
        return CommandKind.CONFIGURE;
    }

    @Override
    public int encodedBytes() {
        return 12 + configuration.length();
    }

    @Override
    public void write(ByteWriter out) {
        out.writeLong(expectedVersion);
        out.writeBytes(configuration);
    }

    @Override
    public void read(ByteReader in) {
        expectedVersion = in.readLong();
        in.readBytes(configuration);
    }
}
