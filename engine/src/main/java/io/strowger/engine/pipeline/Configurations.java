package io.strowger.engine.pipeline;

import io.strowger.engine.command.Configure;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.internal.ByteWriter;

/** Puts configurations into commands. */
final class Configurations {
    /** The largest configuration in its binary form. */
    static final int LIMIT_BYTES = 4 << 20;

    private Configurations() {}

    /** The command that makes a configuration replace the one of that version. */
    static Configure command(OrganizationConfiguration configuration, long expectedVersion) {
        ByteWriter encoded = new ByteWriter(RoutingEvent.INLINE_BYTES, LIMIT_BYTES);
        ConfigurationCodec.write(configuration, encoded);
        Configure command = new Configure();
        command.expectedVersion = expectedVersion;
        command.configuration.set(encoded.array(), 0, encoded.position());
        return command;
    }
}
