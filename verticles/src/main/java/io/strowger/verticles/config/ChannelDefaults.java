package io.strowger.verticles.config;

import io.strowger.engine.configuration.ChannelKind;

/**
 * What a conversation takes of an agent whose capacity is 100, by the kind of its channel.
 *
 * @param cost capacity units
 * @param maxPerAgent how many at once
 */
record ChannelDefaults(int cost, int maxPerAgent) {
    static ChannelDefaults of(ChannelKind kind) {
        return switch (kind) {
            case CHAT -> new ChannelDefaults(30, 3);
            case MESSAGING -> new ChannelDefaults(20, 5);
            case EMAIL -> new ChannelDefaults(10, 8);
            case VOICE -> new ChannelDefaults(100, 1);
        };
    }
}
