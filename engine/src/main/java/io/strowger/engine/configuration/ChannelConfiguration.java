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
 * @param liveWork what becomes of its live conversations when their agent is gone for too long
 */
public record ChannelConfiguration(
        String id, ChannelKind kind, int cost, int maxPerAgent, List<ChannelKind> interrupts, LiveWork liveWork) {
    public ChannelConfiguration {
        interrupts = interrupts.stream().distinct().sorted().toList();
    }

    /** With what is usual for the kind. */
    public ChannelConfiguration(String id, ChannelKind kind, int cost, int maxPerAgent, List<ChannelKind> interrupts) {
        this(id, kind, cost, maxPerAgent, interrupts, LiveWork.usual(kind));
    }

    /** A channel that interrupts nothing. */
    public ChannelConfiguration(String id, ChannelKind kind, int cost, int maxPerAgent, LiveWork liveWork) {
        this(id, kind, cost, maxPerAgent, List.of(), liveWork);
    }

    /** A channel that interrupts nothing, with what is usual for the kind. */
    public ChannelConfiguration(String id, ChannelKind kind, int cost, int maxPerAgent) {
        this(id, kind, cost, maxPerAgent, List.of(), LiveWork.usual(kind));
    }
}
