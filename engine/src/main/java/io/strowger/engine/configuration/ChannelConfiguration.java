package io.strowger.engine.configuration;

/**
 * A source of messages.
 *
 * @param id the name that messages give, for example {@code web-chat}
 * @param kind what it carries
 * @param cost capacity units that one of its conversations takes of an agent, 1 to 10,000
 * @param maxPerAgent how many of its kind one agent may hold at once, 1 to 10,000
 */
public record ChannelConfiguration(String id, ChannelKind kind, int cost, int maxPerAgent) {}
