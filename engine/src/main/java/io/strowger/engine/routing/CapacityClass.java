package io.strowger.engine.routing;

import io.strowger.engine.configuration.ChannelKind;

/** Channels of one kind whose conversations take the same of an agent. */
final class CapacityClass {
    final int number;
    final ChannelKind kind;
    final int cost;

    /** How many conversations of the kind an agent may hold. */
    final int maxPerAgent;

    /** Numbers of the signatures of this class. */
    long[] signatures = {};

    CapacityClass(int number, ChannelKind kind, int cost, int maxPerAgent) {
        this.number = number;
        this.kind = kind;
        this.cost = cost;
        this.maxPerAgent = maxPerAgent;
    }
}
