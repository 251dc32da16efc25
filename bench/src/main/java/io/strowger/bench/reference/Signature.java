package io.strowger.bench.reference;

import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.Requirement;
import java.util.List;

/**
 * What a conversation asks of an agent.
 *
 * @param kind the channel's kind
 * @param cost capacity units
 * @param maxPerAgent how many of the kind an agent may hold
 * @param interrupts kinds that do not count as load
 * @param requirements in their canonical form
 */
record Signature(
        ChannelKind kind, int cost, int maxPerAgent, List<ChannelKind> interrupts, List<Requirement> requirements) {}
