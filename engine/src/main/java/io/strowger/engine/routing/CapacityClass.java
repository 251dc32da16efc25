package io.strowger.engine.routing;

import io.strowger.engine.configuration.ChannelKind;
import java.util.List;

/** Channels of one kind whose conversations take the same of an agent. */
final class CapacityClass {
    final int number;
    final ChannelKind kind;
    final int cost;

    /** How many conversations of the kind an agent may hold. */
    final int maxPerAgent;

    /** Kinds whose conversations do not count as load here. */
    final List<ChannelKind> interrupts;

    /** Numbers of the signatures of this class. */
    long[] signatures = {};

    CapacityClass(int number, ChannelKind kind, int cost, int maxPerAgent, List<ChannelKind> interrupts) {
        this.number = number;
        this.kind = kind;
        this.cost = cost;
        this.maxPerAgent = maxPerAgent;
        this.interrupts = interrupts;
    }
}
