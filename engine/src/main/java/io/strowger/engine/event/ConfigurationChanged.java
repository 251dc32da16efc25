package io.strowger.engine.event;

import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;

/** An organization's configuration was replaced by this one, which has this version. */
public final class ConfigurationChanged implements DomainEvent {
    /** The organization's number, given once and never reused. */
    public int organization;

    /** 1 for an organization's first configuration, then one more each time. */
    public long version;

    /** The configuration in the form of {@link io.strowger.engine.configuration.ConfigurationCodec}. */
    public final Bytes configuration = new Bytes();

    @Override
    public EventKind kind() {
        return EventKind.CONFIGURATION_CHANGED;
    }

    @Override
    public void write(ByteWriter out) {
        out.writeInt(organization);
        out.writeLong(version);
        out.writeBytes(configuration);
    }

    @Override
    public void read(ByteReader in) {
        organization = in.readInt();
        version = in.readLong();
        in.readBytes(configuration);
    }
}
