package io.strowger.engine.routing;

import io.strowger.engine.configuration.ChannelConfiguration;

/** A channel of an organization. */
final class ChannelState {
    ChannelConfiguration configuration;

    /** Whether the configuration has it no longer: it takes no further messages. */
    boolean removed;

    CapacityClass capacity;

    ChannelState(ChannelConfiguration configuration, CapacityClass capacity) {
        this.configuration = configuration;
        this.capacity = capacity;
    }
}
