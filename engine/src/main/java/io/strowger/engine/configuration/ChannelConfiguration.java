package io.strowger.engine.configuration;

import java.util.List;

/**
 * A source of messages.
 *
 * @param id the name that messages give, for example {@code web-chat}
 * @param kind what it carries
 * @param cost capacity units that one of its conversations takes of an agent, 1 to 10,000
 * @param maxPerAgent how many of its kind one agent may hold at once, 1 to 10,000
 * @param interrupts kinds whose conversations do not count as load for this channel's: an agent full with them can be asked
 */
public record ChannelConfiguration(
        String id, ChannelKind kind, int cost, int maxPerAgent, List<ChannelKind> interrupts) {
    public ChannelConfiguration {
        interrupts = interrupts.stream().distinct().sorted().toList();
    }

    /** A channel that interrupts nothing. */
    public ChannelConfiguration(String id, ChannelKind kind, int cost, int maxPerAgent) {
        this(id, kind, cost, maxPerAgent, List.of());
    }
}
